"""Ratios against the bare stack, measured in the same run."""
