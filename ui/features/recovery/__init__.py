"""Recovery sheets: made, copied by hand, typed in again to open an office."""
