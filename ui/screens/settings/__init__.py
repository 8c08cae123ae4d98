"""Settings: a list of sections, and one module for each of them."""
