"""Protection against disclosure on the screen: idle lock, privacy cover, clipboard, capture."""
