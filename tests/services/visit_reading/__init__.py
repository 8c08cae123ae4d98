"""Tests of services.visit_reading."""
