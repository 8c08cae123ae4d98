"""The child process, without any key, that opens scans from outside."""
