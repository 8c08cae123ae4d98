"""One module a paper: data class in, bytes of PDF out."""
