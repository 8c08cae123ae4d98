"""New keys for vaults and file, so that offboarded staff can open nothing new."""
