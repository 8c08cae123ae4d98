"""Settings of this machine: printers, backup locations, lock, appearance."""
