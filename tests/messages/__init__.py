"""Tests of reception.messages."""
