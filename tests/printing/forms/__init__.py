"""Tests of printing.forms."""
