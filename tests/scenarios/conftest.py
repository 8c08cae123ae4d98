"""The throw-away office for scenarios of a whole day."""

from tests.fixtures.office import office, session

__all__ = ["office", "session"]
