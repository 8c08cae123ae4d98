"""Tests of ui.features.visit_lifecycle."""
