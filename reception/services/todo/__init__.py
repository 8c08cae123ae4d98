"""The to-do list of whoever is signed in: one source a kind of item."""
