"""Tests of ui.features.register."""
