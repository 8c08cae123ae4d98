"""Everything of the citizen-reception register that works without a screen."""

__version__ = "0.1.0"
