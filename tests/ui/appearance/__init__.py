"""Tests of ui.appearance."""
