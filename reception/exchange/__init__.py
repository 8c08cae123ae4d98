"""Workbooks read and written, and the checks before one is opened."""
