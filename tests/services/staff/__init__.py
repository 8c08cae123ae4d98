"""Tests of services.staff."""
