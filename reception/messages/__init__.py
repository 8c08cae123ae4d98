"""Codes turned into sentences in Vietnamese and English, for window and console alike."""
