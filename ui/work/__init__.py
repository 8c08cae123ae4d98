"""The one thread that owns the database."""
