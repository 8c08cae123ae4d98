"""The unlock screen and its parts."""
