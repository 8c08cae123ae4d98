"""Tests of printing.tables."""
