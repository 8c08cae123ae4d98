"""The throw-away office and the private CUPS for scenarios of a whole day."""

from tests.fixtures.cups import private_cups
from tests.fixtures.office import office, session

__all__ = ["office", "private_cups", "session"]
