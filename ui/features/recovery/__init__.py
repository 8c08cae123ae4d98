"""Recovery sheets: creating them, copying them by hand, opening an office with two of them."""
