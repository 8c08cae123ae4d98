"""Print preview, printers and print jobs: bytes of PDF become paper without a file."""
