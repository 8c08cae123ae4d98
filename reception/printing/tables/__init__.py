"""Statutory tables and the reports around them, on paper."""
