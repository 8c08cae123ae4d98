"""Import of an office's Excel register: previewed first, then all rows or none."""
