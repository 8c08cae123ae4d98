"""Backups as files: written, read, put in an office's place, on removable media."""
