"""The only thread that uses the database; progress of its long jobs; garbage collection."""
