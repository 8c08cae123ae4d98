"""Workbooks read and written: what their cells mean."""
