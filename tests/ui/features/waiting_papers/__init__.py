"""Tests of the page of papers that were not printed."""
