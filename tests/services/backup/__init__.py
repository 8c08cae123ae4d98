"""Tests of services.backup."""
