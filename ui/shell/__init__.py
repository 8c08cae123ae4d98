"""The frame around every screen: navigation, shortcuts, status, help, crash dialog."""
