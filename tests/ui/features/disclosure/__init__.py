"""Tests of ui.features.disclosure."""
