"""A backup looked into, set beside the present register, and put back."""
