"""Setting up an office: its names, its people, its recovery sheets, the start."""
