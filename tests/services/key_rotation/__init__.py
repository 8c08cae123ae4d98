"""Tests of services.key_rotation."""
