"""The set-up wizard of a new office."""
