"""Whether CUPS keeps printed documents: from its settings, or from its list of jobs."""

from __future__ import annotations

from pathlib import Path

import pytest

from reception.print_queue.print_jobs import job_state, print_pdf
from reception.print_queue.spool_retention import keeps_job_history, spool_warning
from tests.fixtures.cups import CABLE_PRINTER, PrivateCups, document_keeping_cups, private_cups
from tests.fixtures.polling import poll

__all__ = ["document_keeping_cups", "private_cups"]


def test_no_warning_where_documents_are_deleted(private_cups: PrivateCups) -> None:
    assert spool_warning() is None


def test_a_setting_that_keeps_documents_is_reported(document_keeping_cups: PrivateCups) -> None:
    assert spool_warning() == "printer.spool_keeps"


@pytest.mark.parametrize(
    ("setting", "warning"),
    [
        ("", "printer.spool_keeps"),  # the default is a day
        ("# PreserveJobFiles No\n", "printer.spool_keeps"),
        ("PreserveJobFiles 86400\n", "printer.spool_keeps"),
        ("preservejobfiles  no\n", None),
        ("PreserveJobFiles Off\n", None),
    ],
)
def test_the_setting_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, warning: str | None
) -> None:
    (tmp_path / "cupsd.conf").write_text("LogLevel warn\n" + setting, encoding="utf-8")
    monkeypatch.setenv("CUPS_SERVERROOT", str(tmp_path))
    assert spool_warning() == warning


def test_without_readable_settings_the_list_of_jobs_is_read(
    document_keeping_cups: PrivateCups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVERROOT", str(tmp_path))
    assert spool_warning() == "printer.spool_unknown"
    ticket = print_pdf(CABLE_PRINTER, b"%PDF-1.7")
    poll(lambda: job_state(ticket).state.finished)
    assert spool_warning() == "printer.spool_keeps"


@pytest.mark.parametrize(
    ("setting", "is_kept"),
    [
        ("", True),  # the default
        ("# PreserveJobHistory No\n", True),
        ("PreserveJobHistory Yes\n", True),
        ("PreserveJobHistory 86400\n", True),
        ("PreserveJobHistory 60\n", False),
        ("preservejobhistory  no\n", False),
    ],
)
def test_a_history_of_jobs_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, is_kept: bool
) -> None:
    (tmp_path / "cupsd.conf").write_text("LogLevel warn\n" + setting, encoding="utf-8")
    monkeypatch.setenv("CUPS_SERVERROOT", str(tmp_path))
    assert keeps_job_history() is is_kept


def test_settings_that_cannot_be_read_are_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVERROOT", str(tmp_path))
    assert keeps_job_history() is None
    (tmp_path / "cupsd.conf").write_bytes(b"LogLevel warn \xff\xfe\n")
    assert keeps_job_history() is None
