"""The to-do list of the signed-in person, and the figures of the month."""
