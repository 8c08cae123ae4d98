"""The decrypted pages of a register, free pages and the write-ahead log included.

The database library shows live rows only; what deleted rows left in a page is read here from the
file itself, as somebody with the key and other tools would.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from reception.storage.database import DATABASE_FILE

_PAGE, _RESERVED, _SALT, _BLOCK = 4096, 80, 16, 16  # bytes; 16 + 64 reserved: vector, HMAC
_WAL_HEADER, _FRAME_HEADER = 32, 24


def decrypted_pages(office_folder: Path, key: bytes) -> bytes:
    """Return the contents of all pages of the file and of all frames of its log (AES-256-CBC)."""
    stored = (office_folder / DATABASE_FILE).read_bytes()
    pages = [stored[at : at + _PAGE] for at in range(0, len(stored), _PAGE)]
    wal = office_folder / f"{DATABASE_FILE}-wal"
    frames = wal.read_bytes()[_WAL_HEADER:] if wal.exists() else b""
    step = _FRAME_HEADER + _PAGE
    pages += [frames[at + _FRAME_HEADER : at + step] for at in range(0, len(frames), step)]
    first = stored[:_SALT]
    chained = bytearray()  # the ciphertext, and what each block is combined with after decryption
    vectors = bytearray()
    for page in pages:
        begin = _SALT if page.startswith(first) else 0
        body, vector = page[begin:-_RESERVED], page[-_RESERVED : -_RESERVED + _BLOCK]
        chained += body
        vectors += vector + body[:-_BLOCK]
    blocks = _decrypted_blocks(bytes(chained), key)
    return bytes(a ^ b for a, b in zip(blocks, vectors, strict=True))


def _decrypted_blocks(data: bytes, key: bytes) -> bytes:
    openssl = shutil.which("openssl")
    assert openssl, "the test needs the program openssl"
    command = [openssl, "enc", "-d", "-aes-256-ecb", "-nopad", "-K", key.hex()]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout  # noqa: S603
