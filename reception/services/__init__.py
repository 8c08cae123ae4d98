"""What a person does with the register, one file a thing, each act one unit of work."""
