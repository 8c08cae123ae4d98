"""Key rotation: the file's key and the vaults' keys, after somebody left or lost a right."""
