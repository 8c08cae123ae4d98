"""Statutory tables of a period, and the month at a glance."""
