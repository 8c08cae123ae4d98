"""The course of the program: command line, start window, open office, lock; who meets whom."""
