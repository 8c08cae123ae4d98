"""The audit log, its verification, the machine's health."""
