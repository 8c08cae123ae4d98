"""A backup is opened, compared with the present register, and restored."""
