"""The head's desk: what waits, the month, how machine and register stand (06)."""
