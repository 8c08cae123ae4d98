"""Tests of print_queue."""
