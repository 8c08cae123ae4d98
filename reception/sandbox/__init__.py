"""The child process that opens what outsiders bring, without any key."""
