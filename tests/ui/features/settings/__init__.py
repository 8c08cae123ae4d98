"""Tests of ui.features.settings."""
