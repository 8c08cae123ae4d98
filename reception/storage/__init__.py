"""The one encrypted file, the keys that open it, and one repository for each aggregate."""
