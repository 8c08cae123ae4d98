"""Tests of printing.layout."""
