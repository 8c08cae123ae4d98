"""Tests of storage.audit."""
