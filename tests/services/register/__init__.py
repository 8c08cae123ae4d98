"""Tests of services.register."""
