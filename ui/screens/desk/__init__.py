"""The desk: a visit from the door to the seal, on one page, by keyboard."""

from ui.screens.desk.screen import Desk

__all__ = ["Desk"]
