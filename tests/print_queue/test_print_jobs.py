"""A document reaches a real CUPS byte for byte; after a failure the caller still has it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reception.domain.errors import ReceptionError
from reception.messages.print_queue import SENTENCES
from reception.print_queue.job_titles import JOB_TITLE
from reception.print_queue.print_jobs import (
    JobState,
    JobTicket,
    PrintOptions,
    cancel,
    job_state,
    print_pdf,
)
from tests.fixtures.cups import (
    CABLE_PRINTER,
    NETWORK_PRINTER,
    PAUSED_PRINTER,
    REFUSING_PRINTER,
    PrivateCups,
    document_keeping_cups,
    private_cups,
)
from tests.fixtures.polling import poll

__all__ = ["document_keeping_cups", "private_cups"]

NAME = "Nguyễn Thị Thử Nghiệm"
PDF = b"%PDF-1.7\n" + NAME.encode() + bytes(range(256)) * 400 + b"\n%%EOF\n"


def _wait_over(ticket: JobTicket) -> JobState:
    poll(lambda: job_state(ticket).state.finished, "the job did not end")
    return job_state(ticket).state


def _print_fifty_times(pdf: bytes) -> None:
    for _ in range(50):
        print_pdf(CABLE_PRINTER, pdf)


@pytest.mark.parametrize("printer", [CABLE_PRINTER, NETWORK_PRINTER])
def test_a_document_arrives_byte_for_byte(private_cups: PrivateCups, printer: str) -> None:
    ticket = print_pdf(printer, PDF, PrintOptions(copies=2))
    assert ticket.printer == printer
    assert private_cups.wait_for_sheets(1) == [PDF]
    assert _wait_over(ticket) is JobState.COMPLETED


def test_the_spool_is_empty_after_the_job(private_cups: PrivateCups) -> None:
    ticket = print_pdf(CABLE_PRINTER, PDF)
    _wait_over(ticket)
    private_cups.wait_until_spool_is_empty()
    assert not job_state(ticket).in_spool
    private_cups.stop()  # files written at its end count as well
    traces = private_cups.stored_bytes()
    assert NAME.encode() not in traces
    assert JOB_TITLE.encode() in traces  # the search above would have found the name


def test_a_spool_that_keeps_documents_is_reported(document_keeping_cups: PrivateCups) -> None:
    ticket = print_pdf(CABLE_PRINTER, PDF)
    _wait_over(ticket)
    assert job_state(ticket).in_spool
    assert [file.read_bytes() for file in document_keeping_cups.spool_documents()] == [PDF]


@pytest.mark.parametrize(
    ("printer", "code"),
    [
        (PAUSED_PRINTER, "printer.paused"),
        (REFUSING_PRINTER, "printer.refused"),
        ("may-in-cu", "printer.missing"),
    ],
)
def test_a_printer_that_accepts_no_jobs_is_sent_nothing(
    private_cups: PrivateCups, printer: str, code: str
) -> None:
    with pytest.raises(ReceptionError) as caught:
        print_pdf(printer, PDF)
    assert caught.value.code == code
    assert private_cups.spool_documents() == []


@pytest.mark.parametrize("copies", [0, 21, -1])
def test_a_number_of_copies_out_of_range_is_refused(private_cups: PrivateCups, copies: int) -> None:
    with pytest.raises(ReceptionError) as caught:
        print_pdf(CABLE_PRINTER, PDF, PrintOptions(copies=copies))
    assert caught.value.code == "printer.copies"


def test_cups_stopping_during_a_job_is_an_error_with_a_sentence(private_cups: PrivateCups) -> None:
    heavy = PDF + bytes(60_000_000)
    killer = threading.Timer(0.02, private_cups.stop)
    killer.start()
    with pytest.raises(ReceptionError) as caught:
        _print_fifty_times(heavy)
    killer.join()
    assert caught.value.code == "printer.unreachable"
    assert heavy.startswith(
        PDF
    )  # the caller still has the document and prints it when CUPS runs again
    private_cups.start()
    done = len(private_cups.sheets())
    print_pdf(CABLE_PRINTER, PDF)
    assert private_cups.wait_for_sheets(done + 1)[-1] == PDF


def test_a_hanging_job_is_cancelled(private_cups: PrivateCups) -> None:
    private_cups.jam()
    ticket = print_pdf(CABLE_PRINTER, PDF)
    assert not job_state(ticket).state.finished
    cancel(ticket)
    assert _wait_over(ticket) is JobState.CANCELED
    private_cups.clear_jam()
    private_cups.wait_until_spool_is_empty()
    assert private_cups.sheets() == []


def test_an_unknown_job_is_an_error(private_cups: PrivateCups) -> None:
    with pytest.raises(ReceptionError) as caught:
        job_state(JobTicket(CABLE_PRINTER, 999))
    assert caught.value.code == "printer.job_gone"


CLIENT = """
import sys
from reception.print_queue.print_jobs import print_pdf
from reception.print_queue.spool_retention import spool_warning
spool_warning()
print(print_pdf(sys.argv[1], sys.stdin.buffer.read()).job_number)
"""
_MAKES_FILE = re.compile(
    r"\b(creat|mknod|mkdir|link|symlink|rename|memfd_create)\w*\(|O_(CREAT|TMPFILE|WRONLY|RDWR)"
)
_SOCKET = re.compile(r"socket\((AF_\w+)")


def test_the_client_makes_no_file_and_no_network(private_cups: PrivateCups, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-o", str(trace), "-e", "trace=%file,%desc,%network"]
    client = [sys.executable, "-B", "-c", CLIENT, CABLE_PRINTER]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run(  # noqa: S603 - a fixed command
        [*command, *client], input=PDF, capture_output=True, check=True, env=environment
    )
    assert int(done.stdout) > 0
    assert private_cups.wait_for_sheets(1) == [PDF]
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert [line for line in lines if _MAKES_FILE.search(line)] == []
    assert {found[1] for line in lines if (found := _SOCKET.search(line))} == {"AF_UNIX"}
    assert any("connect(" in line and str(private_cups.socket) in line for line in lines)


def test_every_code_has_its_sentence_in_both_languages() -> None:
    package = Path(__file__).parents[2] / "reception" / "print_queue"
    text = "".join(file.read_text(encoding="utf-8") for file in package.glob("*.py"))
    used = set(re.findall(r'"(printer\.[a-z_]+)"', text))
    assert used
    assert used <= set(SENTENCES)
    facts = {"printer": "Máy in A", "status": "0x0500", "most": 20}
    for code, (vietnamese, english) in SENTENCES.items():
        assert vietnamese.format(**facts).endswith("."), code
        assert english.format(**facts).endswith("."), code
