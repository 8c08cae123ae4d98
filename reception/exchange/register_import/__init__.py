"""An office's Excel register read into rows, each with its remarks and problems."""
