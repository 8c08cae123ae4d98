"""The look-up by return code."""
