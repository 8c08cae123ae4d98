"""Tests of services.reports."""
