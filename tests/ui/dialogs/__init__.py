"""Tests of what stands over a screen."""
