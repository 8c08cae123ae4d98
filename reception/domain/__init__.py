"""The office's rules and words: pure values and functions, no clock, no files, no randomness."""
