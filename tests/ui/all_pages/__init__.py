"""Tests of ui.all_pages."""
