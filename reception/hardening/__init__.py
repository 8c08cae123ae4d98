"""Operating-system protection of the process: no network, no dumps, one instance, audit hook."""
