"""The log and the backups."""
