"""Visits, their sealed identities, what happens to them, and the queries over them."""
