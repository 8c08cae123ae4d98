"""Settings: the list of sections, and the small sections that need one file."""
