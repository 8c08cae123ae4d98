"""Search for planted identities in files, and in everything that one officer's keys open."""

from __future__ import annotations

import ctypes
import ctypes.util
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reception.domain.act_rule import SCAN_GROUP
from reception.domain.errors import StorageError
from reception.domain.reporter import Identity
from reception.domain.text import fold
from reception.services.access.session import Session
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.sealing import (
    SCAN_STEP,
    TEXT_STEP,
    decrypt_blob,
    unbox,
    unseal,
)
from reception.storage.database import DATABASE_FILE
from reception.storage.staff.signed_members import granted_private_keys
from reception.storage.visits.sealed_identities import binding_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

PAGE = 4096
_RESERVE = 80  # SQLCipher 4: 16 bytes of IV and 64 of HMAC at the end of each page
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_MIN_LENGTH = 6  # folded characters of a word; a shorter one occurs in other words
NOT_IDENTIFYING = ("address.commune", "address.province")  # places that the office names too
_WAL_HEADER, _FRAME_HEADER = 32, 24


def identifying_words(people: Iterable[Identity]) -> set[str]:
    """Return the words that must not be found: given names and every text of the identity, folded.

    A text that contains the given name is found by it and not searched for again.
    """
    words: set[str] = set()
    for person in people:
        given_name = fold(person.name.split()[-1])
        own_words = {given_name} if len(given_name) >= _MIN_LENGTH else set()
        for path, text in texts_of_identity(person):
            word = fold(text)
            if path not in NOT_IDENTIFYING and len(word) >= _MIN_LENGTH:
                own_words |= set() if any(known in word for known in own_words) else {word}
        words |= own_words
    return words


def texts_of_identity(value: DataclassInstance, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every text field, e.g. ``("address.hamlet", "Bản Nà B")``."""
    for part in fields(value):
        item, name = getattr(value, part.name), f"{path}{part.name}"
        if is_dataclass(item) and not isinstance(item, type):
            yield from texts_of_identity(item, f"{name}.")
        elif isinstance(item, tuple):
            yield from ((name, text) for text in item)
        elif type(item) is str:
            yield name, item


def words_found_in(data: bytes, wanted: set[str]) -> set[str]:
    """Return the wanted words that bytes contain, as UTF-8 or UTF-16, with or without accents."""
    texts = [data.decode("utf-8", "ignore"), data.decode("latin-1")]
    texts += [data[shift:].decode("utf-16-le", "ignore") for shift in (0, 1)]
    texts += [data[shift:].decode("utf-16-be", "ignore") for shift in (0, 1)]
    texts.append(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), texts[0]))  # as in JSON
    hits: set[str] = set()
    for text in texts:
        plain = fold(text)
        unspaced = re.sub(r"(?<=\d)[ .\-](?=\d)", "", plain)
        hits |= {word for word in wanted if word in plain or word in unspaced}
    return hits


def files_below(*folders: Path) -> Iterator[Path]:
    """Yield every file below some folders."""
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def words_in_files(wanted: set[str], *folders: Path) -> dict[str, set[str]]:
    """Return, by file, the wanted words in the bytes and in the path of each file."""
    hits: dict[str, set[str]] = {}
    for path in files_below(*folders):
        found = words_found_in(path.read_bytes(), wanted) | words_found_in(
            str(path).encode(), wanted
        )
        if found:
            hits[path.name] = found
    return hits


def words_readable_by(session: Session, wanted: set[str]) -> dict[str, set[str]]:
    """Return, by source, the wanted words in all that an officer can decrypt.

    Sources: ``pages`` of the file, free ones included, ``frames`` of its write-ahead log, ``words``
    of the search index, ``opened``: values, scans and drafts that the private key opens.
    """
    account = keyring_file.load(session.folder).account(session.member.user_id)
    key = keyring_file.database_key(account, session.keys)
    path = session.folder / DATABASE_FILE
    pages = list(_pages(path.read_bytes(), key))
    wal = path.with_name(DATABASE_FILE + "-wal")
    frames = list(_frames(wal.read_bytes(), key)) if wal.exists() else []
    hits = {"pages": words_found_in(b"".join(pages), wanted), "frames": set[str]()}
    for frame in frames:
        hits["frames"] |= words_found_in(frame, wanted)
    hits["words"] = words_found_in(_vocabulary(session), wanted)
    hits["opened"] = words_found_in(b"\n".join(_opened_values(session)), wanted)
    assert any(b"CREATE TABLE" in page for page in pages), "the pages were not decrypted"
    return {source: words for source, words in hits.items() if words}


def _vocabulary(session: Session) -> bytes:
    """Return the terms of the index: a page stores each as its difference to the one before."""
    database = session.database
    database.execute(
        "CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'visit_search', 'row')"
    )
    words = [str(row["term"]) for row in database.query("SELECT term FROM temp.word")]
    database.execute("DROP TABLE temp.word")
    return "\n".join(words).encode()


def _opened_values(session: Session) -> Iterator[bytes]:
    """Yield the values, scans and drafts that the private key and the vault keys under it open."""
    database, office, own = session.database, session.office.office_id, session.keys.box_private
    private_keys = [
        own,
        *granted_private_keys(
            database, session.office, session.member.user_id, session.keys
        ).values(),
    ]
    boxes = "SELECT v.*, b.box FROM sealed_value v "
    for row in database.query(boxes + "JOIN sealed_box b USING (value_id)"):
        binding = binding_of(office, row)
        step = SCAN_STEP if row["field_group"].startswith(SCAN_GROUP) else TEXT_STEP
        for private in private_keys:
            with suppress(StorageError):
                yield unseal(bytes(row["body"]), bytes(row["box"]), private, binding, step)
    keys = [
        unbox_all(path.read_bytes(), private_keys) for path in (session.folder / "drafts").glob("*")
    ]
    for row in database.query("SELECT draft_id, owner, body FROM draft"):
        bound = f"reception/draft/1\x00{office}\x00{row['owner']}\x00{row['draft_id']}".encode()
        for key in (key for found in keys for key in found):
            with suppress(StorageError):
                yield decrypt_blob(key, bytes(row["body"]), bound)


def unbox_all(box: bytes, private_keys: Iterable[bytes]) -> list[bytes]:
    """Return the content of a box for each private key that opens it."""
    contents = []
    for private in private_keys:
        with suppress(StorageError):
            contents.append(unbox(private, box))
    return contents


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
