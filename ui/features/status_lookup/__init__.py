"""The look-up by return code, and the tracing of a found paper by its number."""
