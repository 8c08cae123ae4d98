"""Reveals: requests, decisions and the opened identity; letters to a reporter."""
