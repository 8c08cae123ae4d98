"""What the office can prove: the audit log, its verification, the clock, the machine's health."""
