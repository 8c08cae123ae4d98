"""A scripted tour through every screen of the demonstration office, with a picture of each."""
