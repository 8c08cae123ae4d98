"""Tests of ui.features.recovery."""
