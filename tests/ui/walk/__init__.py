"""Every screen, page and dialog of the program, walked by tests."""
