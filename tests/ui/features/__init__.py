"""Tests of ui.features."""
