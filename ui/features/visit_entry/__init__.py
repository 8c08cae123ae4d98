"""Entering a visit on one page, from the person to the seal; drafts; the day's list."""
