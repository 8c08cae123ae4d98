"""Accounts and rights: the table, the dialogs, offboarding."""
