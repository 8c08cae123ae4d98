"""Who may read the content of which visits, and denunciations handed on to one officer."""
