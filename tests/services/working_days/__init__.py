"""Tests of services.working_days."""
