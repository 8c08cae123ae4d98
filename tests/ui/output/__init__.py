"""Tests of the window's way to paper."""
