"""The one thread that owns the database, and the progress of long jobs on it."""
