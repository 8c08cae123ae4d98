"""Tests of services.disclosure."""
