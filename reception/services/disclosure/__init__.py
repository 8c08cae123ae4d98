"""Opening a sealed identity: reveal, the request to head or custodian, the answer, unsealing."""
