"""Bringing an Excel register in: preview by line, then all rows or none."""
