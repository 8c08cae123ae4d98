"""What a person does with the register; each act is one unit of work."""
