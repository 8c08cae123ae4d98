"""The throw-away office for everything that a person does."""

from tests.fixtures.forms import intake
from tests.fixtures.office import office, session

__all__ = ["intake", "office", "session"]
