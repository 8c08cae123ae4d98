"""Tests of services.register_import."""
