"""The throw-away office for everything that a person does."""

from tests.fixtures.office import office, session
from tests.fixtures.shared_machine import machine
from tests.fixtures.visit_forms import intake

__all__ = ["intake", "machine", "office", "session"]
