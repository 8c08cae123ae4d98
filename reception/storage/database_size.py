"""The size of a register as its authenticated first page states it."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite


def stated_size(path: Path, key: bytes) -> int:
    """Return the size in bytes that the first page of a register states; only this page is read.

    The page is authenticated by ``key``. Nothing is written beside the file, which may be on a
    write-protected medium. 0 if the key does not open it.
    """
    address = f"{path.absolute().as_uri()}?immutable=1"
    try:
        connection = sqlite.connect(address, uri=True)
    except sqlite.DatabaseError:
        return 0
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        pages, page_size = (
            int(connection.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("page_count", "page_size")
        )
    except sqlite.DatabaseError:
        return 0
    finally:
        connection.close()
    return pages * page_size
