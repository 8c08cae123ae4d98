"""Tests of the counting queries."""
