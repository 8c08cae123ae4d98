"""Tests of ui.features.setup."""
