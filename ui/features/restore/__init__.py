"""A backup looked into, compared with the present register, and restored."""
