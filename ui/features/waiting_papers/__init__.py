"""Papers that were asked for and not printed: the list, and what can be done about each."""
