"""Maintainers' tools: build of the package, pinned packages, translations, guide pictures."""
