"""Backups as files: written, read, restored, on removable media."""
