"""Papers as bytes of PDF; nothing here writes a file."""
