"""What keeps an identity from leaving through the screen: idle lock, cover, clipboard, capture."""
