"""A walk through every screen of a demonstration office, by its keys, with a picture of each."""
