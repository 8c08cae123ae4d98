"""Tests of services.recovery."""
