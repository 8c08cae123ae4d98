"""Maintainers' tools: packages pinned, translations kept, checkouts prepared."""
