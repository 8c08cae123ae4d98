"""Tests of ui.privacy."""
