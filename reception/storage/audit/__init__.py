"""The audit log as rows: reader, verification, and the checkpoint outside the file."""
