"""The throw-away office for everything that a person does."""

from tests.fixtures.forms import intake
from tests.fixtures.office import office, session
from tests.fixtures.seat import seat

__all__ = ["intake", "office", "seat", "session"]
