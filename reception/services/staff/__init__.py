"""Accounts, rights, custody of denouncers' identities, and offboarding."""
