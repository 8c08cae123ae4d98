"""Visits, their sealed identities, their lifecycle, and the queries over them."""
