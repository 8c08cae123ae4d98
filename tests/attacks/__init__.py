"""Attacks by a member who has an own password, all files of the office, and tools."""
