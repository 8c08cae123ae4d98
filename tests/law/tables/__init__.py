"""Tests of the statutory tables as data."""
