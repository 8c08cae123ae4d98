"""Tests of ui.features.unlock."""
