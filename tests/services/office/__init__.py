"""Tests of services.office."""
