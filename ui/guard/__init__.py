"""Idle time, lock, clipboard and capture."""
