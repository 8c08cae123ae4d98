"""Settings: my password, how it looks, when it locks, the lines of the office."""
