"""Tests of ui.startup."""
