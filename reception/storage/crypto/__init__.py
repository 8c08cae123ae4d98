"""Keys, seals and digests; all cryptography is libsodium's, Argon2id's or SQLCipher's."""
