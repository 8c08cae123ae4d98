"""Setting up an office, its settings and its surroundings: time, machine folder, cost of hashes."""
