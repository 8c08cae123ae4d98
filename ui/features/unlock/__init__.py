"""In front of the open office: unlock, notices after it, a register that cannot be opened."""
