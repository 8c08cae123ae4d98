"""The administrators' console twin of the window."""
