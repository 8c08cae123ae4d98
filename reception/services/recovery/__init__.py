"""Opening an office by two of three recovery sheets (SLIP-39 shares), and new keys after it."""
