"""Tests of reception.law."""
