"""The counting queries of the statutory tables."""
