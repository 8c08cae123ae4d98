"""Tests of storage.crypto."""
