"""Fixtures of the application: the office of today and the program started over it."""

from tests.ui.application.running_program import office, start

__all__ = ["office", "start"]
