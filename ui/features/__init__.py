"""What people do in the window: a folder a feature, with its screen and dialogs."""
