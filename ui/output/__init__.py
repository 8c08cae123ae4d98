"""From bytes of PDF to paper, without a file."""
