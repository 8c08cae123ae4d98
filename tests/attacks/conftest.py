"""The offices that are attacked."""

from tests.attacks.old_office import moved_office, old_office

__all__ = ["moved_office", "old_office"]
