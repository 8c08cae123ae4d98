"""Connects the parts of the program: command line, start window, open office with its screens."""
