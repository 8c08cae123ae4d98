"""Tests of storage.visits."""
