"""The throw-away office for the console."""

from tests.fixtures.office import office

__all__ = ["office"]
