"""New keys for vaults and file, and the end of what somebody could open."""
