"""The to-do list of whoever is signed in, and the month beside it."""
