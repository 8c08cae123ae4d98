"""One module for each paper: data class in, bytes of PDF out."""
