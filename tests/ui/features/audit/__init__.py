"""Tests of ui.features.audit."""
