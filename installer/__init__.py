"""Maintainers' tools: pinned packages, translations, pictures of the guide."""
