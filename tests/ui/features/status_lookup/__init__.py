"""Tests of ui.features.status_lookup."""
