"""Workbooks that come in and go out, and the checks before one is opened."""
