"""Statutory tables of a period, and the overview of a month."""
