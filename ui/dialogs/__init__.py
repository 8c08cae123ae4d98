"""Questions and acts that stand over a screen."""
