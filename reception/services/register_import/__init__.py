"""Bringing an office's Excel register in: previewed first, then all rows or none."""
