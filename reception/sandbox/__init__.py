"""The child process, without any key, that opens scans and workbooks from outside."""
