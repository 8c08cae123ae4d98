"""The register as a person reads it, and the look-up by return code."""
