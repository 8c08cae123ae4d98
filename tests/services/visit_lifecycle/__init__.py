"""Tests of services.visit_lifecycle."""
