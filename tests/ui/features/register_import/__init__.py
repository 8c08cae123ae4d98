"""Tests of ui.features.register_import."""
