"""Tests of ui.features.todo."""
