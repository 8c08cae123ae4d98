"""Small files that two processes may write at the same moment."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reception.storage.atomic_files import temporary_path, write_atomically


def test_the_unfinished_file_of_another_process_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """With one name for both, the slower process found its new version gone."""
    path = tmp_path / "keyring.json"
    own = temporary_path(path)
    monkeypatch.setattr(os, "getpid", lambda: -1)
    other = temporary_path(path)
    other.write_bytes(b"half")
    monkeypatch.undo()
    write_atomically(path, b"whole")
    assert path.read_bytes() == b"whole"
    assert other.read_bytes() == b"half"
    assert not own.exists()
