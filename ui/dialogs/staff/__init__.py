"""Dialogs about the people of the office: added, a new password, custody, signed out."""
