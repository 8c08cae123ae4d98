"""Asking for, deciding on and showing an identity; the letter that needs a name."""
