"""What a thief and a curious officer can read, searched for planted identities."""

from __future__ import annotations

import ctypes
import ctypes.util
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from reception.domain.errors import StorageError
from reception.domain.reporter import Identity
from reception.domain.text import fold
from reception.services.access.session import Session
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.sealing import SCAN_STEP, TEXT_STEP, Binding, open_blob, unbox, unseal
from reception.storage.database import NAME
from reception.storage.staff.signed_members import open_vault
from reception.storage.visits.sealed_identities import IDENTITY

PAGE = 4096
_RESERVE = 80  # SQLCipher 4: 16 bytes of IV and 64 of HMAC at the end of each page
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_WAL_HEADER, _FRAME_HEADER = 32, 24


def needles(people: Iterable[Identity]) -> set[str]:
    """Return what must not be found: names, numbers, phones and hamlets, folded."""
    found: set[str] = set()
    for person in people:
        found.add(fold(person.name))
        found.add(fold(person.name.split()[-1]))
        found |= {person.paper.number, person.phone, fold(person.address.hamlet)}
    return {needle for needle in found if len(needle) >= 6}


def found_in(data: bytes, wanted: set[str]) -> set[str]:
    """Return the needles that stand in some bytes, as UTF-8 or UTF-16, with or without accents."""
    texts = [data.decode("utf-8", "ignore"), data.decode("latin-1")]
    texts += [data[shift:].decode("utf-16-le", "ignore") for shift in (0, 1)]
    texts += [data[shift:].decode("utf-16-be", "ignore") for shift in (0, 1)]
    texts.append(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), texts[0]))  # as JSON writes
    hits: set[str] = set()
    for text in texts:
        plain = fold(text)
        spaced = re.sub(r"(?<=\d)[ .\-](?=\d)", "", plain)
        hits |= {needle for needle in wanted if needle in plain or needle in spaced}
    return hits


def files_below(*folders: Path) -> Iterator[Path]:
    """Yield every file below some folders."""
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def thief(wanted: set[str], *folders: Path) -> dict[str, set[str]]:
    """Return, by file, the needles that the bare bytes of files show, and names of files too."""
    hits: dict[str, set[str]] = {}
    for path in files_below(*folders):
        found = found_in(path.read_bytes(), wanted) | found_in(str(path).encode(), wanted)
        if found:
            hits[path.name] = found
    return hits


def curious_officer(session: Session, wanted: set[str]) -> dict[str, set[str]]:
    """Return the needles in every decrypted page, free page and frame, in the words of the
    search, and in whatever the own private key opens."""
    account = keyring_file.load(session.folder).account(session.member.user_id)
    key = keyring_file.database_key(account, session.keys)
    path = session.folder / NAME
    pages = list(_pages(path.read_bytes(), key))
    wal = path.with_name(NAME + "-wal")
    frames = list(_frames(wal.read_bytes(), key)) if wal.exists() else []
    hits = {"pages": found_in(b"".join(pages), wanted), "frames": set[str]()}
    for frame in frames:
        hits["frames"] |= found_in(frame, wanted)
    hits["words"] = found_in(_vocabulary(session), wanted)
    hits["opened"] = found_in(b"\n".join(_opened(session)), wanted)
    assert any(b"CREATE TABLE" in page for page in pages), "the pages were not decrypted"
    return {place: found for place, found in hits.items() if found}


def _vocabulary(session: Session) -> bytes:
    """Return the words of the index in their order: its pages hold only how each one differs."""
    database = session.database
    database.execute(
        "CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'visit_search', 'row')"
    )
    words = [str(row["term"]) for row in database.query("SELECT term FROM temp.word")]
    database.execute("DROP TABLE temp.word")
    return "\n".join(words).encode()


def _opened(session: Session) -> Iterator[bytes]:
    """Yield what the own private key, and every key it gives, opens: values, scans, drafts."""
    database, office, own = session.database, session.office.office_id, session.keys.box_private
    private_keys = [
        own,
        *open_vault(database, session.office, session.member.user_id, session.keys).values(),
    ]
    boxes = "SELECT v.value_id, v.version, v.field_group, v.body, b.box FROM sealed_value v "
    for row in database.query(boxes + "JOIN sealed_box b USING (value_id)"):
        binding = Binding(office, "visit", row["value_id"], row["version"], row["field_group"])
        step = TEXT_STEP if row["field_group"] == IDENTITY else SCAN_STEP
        for half in private_keys:
            with suppress(StorageError):
                yield unseal(bytes(row["body"]), bytes(row["box"]), half, binding, step)
    keys = [
        unbox_all(path.read_bytes(), private_keys) for path in (session.folder / "drafts").glob("*")
    ]
    for row in database.query("SELECT draft_id, owner, body FROM draft"):
        bound = f"reception/draft/1\x00{office}\x00{row['owner']}\x00{row['draft_id']}".encode()
        for key in (key for found in keys for key in found):
            with suppress(StorageError):
                yield open_blob(key, bytes(row["body"]), bound)


def unbox_all(box: bytes, private_keys: Iterable[bytes]) -> list[bytes]:
    """Return what any of some private halves finds in a box."""
    found = []
    for half in private_keys:
        with suppress(StorageError):
            found.append(unbox(half, box))
    return found


def _pages(data: bytes, key: bytes) -> Iterator[bytes]:
    for start in range(0, len(data) - PAGE + 1, PAGE):
        yield _decrypt(data[start : start + PAGE], key, 16 if start == 0 else 0)


def _frames(data: bytes, key: bytes) -> Iterator[bytes]:
    step = _FRAME_HEADER + PAGE
    for start in range(_WAL_HEADER, len(data) - step + 1, step):
        number = int.from_bytes(data[start : start + 4], "big")
        page = data[start + _FRAME_HEADER : start + step]
        yield _decrypt(page, key, 16 if number == 1 else 0)


def _decrypt(page: bytes, key: bytes, salt: int) -> bytes:
    body, tail = page[salt : PAGE - _RESERVE], page[PAGE - _RESERVE :]
    return _aes_cbc(body, key, tail[:16])


def _aes_cbc(body: bytes, key: bytes, iv: bytes) -> bytes:
    crypto = ctypes.CDLL(ctypes.util.find_library("crypto"))
    for name in ("EVP_CIPHER_CTX_new", "EVP_aes_256_cbc"):
        getattr(crypto, name).restype = ctypes.c_void_p
    context = ctypes.c_void_p(crypto.EVP_CIPHER_CTX_new())
    cipher = ctypes.c_void_p(crypto.EVP_aes_256_cbc())
    out, length = ctypes.create_string_buffer(len(body) + 32), ctypes.c_int()
    crypto.EVP_DecryptInit_ex(context, cipher, None, key, iv)
    crypto.EVP_CIPHER_CTX_set_padding(context, 0)
    crypto.EVP_DecryptUpdate(context, out, ctypes.byref(length), body, len(body))
    crypto.EVP_CIPHER_CTX_free(context)
    return out.raw[: length.value]
