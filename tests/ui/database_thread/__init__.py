"""Tests of ui.database_thread."""
