"""Tests of services.access."""
