"""Tests of ui.features.printing."""
