"""Setting up an office, its settings and its environment: time, machine folder, cost of hashes."""
