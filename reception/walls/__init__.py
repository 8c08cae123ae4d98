"""The walls around the process: no network, no dumps, and trip-wires that name a culprit."""
