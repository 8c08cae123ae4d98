"""Backups made, found, looked into, restored and retired."""
