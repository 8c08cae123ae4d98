"""Settings: the list of sections, and the sections that consist of one file."""
