"""Bringing an Excel register in: a full page that opens over the register (screen 19)."""
