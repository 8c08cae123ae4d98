"""Inputs for a person's identity that entry and correction of a visit share."""
