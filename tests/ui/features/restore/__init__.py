"""Tests of ui.features.restore."""
