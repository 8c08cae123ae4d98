"""Tests of ui.application."""
