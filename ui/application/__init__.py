"""What meets whom: command line, start window, open office, its screens and notices."""
