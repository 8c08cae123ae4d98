"""Opening a sealed identity: reveal, the request to the head, the answer, unsealing."""
