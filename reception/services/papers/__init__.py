"""Papers: gathered from the register, numbered in the print log, handed to a printer."""
