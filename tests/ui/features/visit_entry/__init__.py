"""Tests of ui.features.visit_entry."""
