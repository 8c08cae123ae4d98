"""Pages painted by Qt reach a real CUPS, with the code as title and nothing on the disk.

Each print runs in a process of its own: the CUPS library under Qt reads the place of its
socket once in the life of a process.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from reception.domain.errors import ReceptionError
from reception.print_queue.job_titles import JOB_TITLE
from reception.print_queue.print_route import CupsRoute
from tests.fixtures.cups import CABLE_PRINTER, PrivateCups, private_cups
from tests.fixtures.sample_pdf import sample_pdf
from tests.ui.waiting import printed_sheets
from ui.features.printing.pdf_pages import PdfPages
from ui.features.printing.platform_route import platform_print_route
from ui.features.printing.temporary_files import SHARED_MEMORY, temporary_files_in_memory

__all__ = ["private_cups"]

NAME = "Nguyễn Thị Thử Nghiệm"
CLIENT = """
import sys
from PySide6.QtWidgets import QApplication
from reception.domain.errors import ReceptionError
from ui.features.printing.qt_print_route import QtPrintRoute
app = QApplication(["x"])
try:
    print(QtPrintRoute().submit(sys.argv[1], sys.stdin.buffer.read()).printer)
except ReceptionError as error:
    print(error)
"""
_MAKES = re.compile(r'(?:open|openat|creat)\([^"]*"([^"]+)"[^)]*O_(?:CREAT|WRONLY|RDWR|TMPFILE)')


def _print(printer: str, pdf: bytes, *before: str, folder: str = ".") -> str:
    """Print by the Qt route; returns the printer or the code of the error."""
    command = [*before, sys.executable, "-B", "-c", CLIENT, printer]
    environment = {**os.environ, "TMPDIR": folder, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(  # noqa: S603 - our own words
        command, input=pdf, check=True, env=environment, capture_output=True
    )
    return done.stdout.decode().strip()


def test_linux_prints_by_the_socket() -> None:
    assert isinstance(platform_print_route(), CupsRoute)


def test_painted_pages_arrive_without_a_word_of_text(
    private_cups: PrivateCups, qapp: QApplication
) -> None:
    assert _print(CABLE_PRINTER, sample_pdf(NAME, pages=2)) == CABLE_PRINTER
    (sheet,) = printed_sheets(private_cups, 1)
    arrived = pypdf.PdfReader(io.BytesIO(sheet))
    assert len(arrived.pages) == 2
    assert "".join(page.extract_text() for page in arrived.pages).strip() == ""
    assert arrived.pages[0].mediabox.height == pytest.approx(842, abs=2)
    pages = PdfPages(sheet)
    picture = pages.render(0, 72)
    blacks = sum(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(0, picture.width())
        for y in range(0, picture.height())
    )
    assert blacks > 50
    assert picture.pixelColor(3, 3) == QColor("white")
    private_cups.stop()
    assert JOB_TITLE.encode() in private_cups.stored_bytes()
    assert NAME.encode() not in private_cups.stored_bytes()


def test_a_landscape_page_is_printed_landscape(private_cups: PrivateCups) -> None:
    assert _print(CABLE_PRINTER, sample_pdf("Sổ", is_landscape=True)) == CABLE_PRINTER
    (sheet,) = printed_sheets(private_cups, 1)
    page = pypdf.PdfReader(io.BytesIO(sheet)).pages[0]
    upright = page.get("/Rotate", 0) % 180 == 0
    size = (page.mediabox.width, page.mediabox.height)
    wide, high = size if upright else size[::-1]
    assert (wide, high) == (pytest.approx(842, abs=2), pytest.approx(595, abs=2))


def test_a_missing_printer_is_reported(private_cups: PrivateCups) -> None:
    assert _print("may-in-cu", sample_pdf(NAME)) == "printer.missing"
    assert private_cups.sheets() == []


def test_bytes_that_are_no_pdf_are_refused(qapp: QApplication) -> None:
    with pytest.raises(ReceptionError) as caught:
        PdfPages(b"no pdf")
    assert caught.value.code == "printer.broken_document"


def test_the_folder_in_memory_is_deleted_with_its_files() -> None:
    before = os.environ.get("TMPDIR")
    with temporary_files_in_memory():
        folder = Path(os.environ["TMPDIR"])
        assert folder.parent == SHARED_MEMORY
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "job").write_bytes(b"a name")
    assert not folder.exists()
    assert os.environ.get("TMPDIR") == before


def test_qt_writes_to_memory_only(private_cups: PrivateCups, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    strace = ["strace", "-f", "-o", str(trace), "-e", "trace=open,openat,creat"]
    assert _print(CABLE_PRINTER, sample_pdf(NAME), *strace, folder=str(tmp_path)) == CABLE_PRINTER
    assert len(printed_sheets(private_cups, 1)) == 1
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    made = {Path(found[1]) for line in lines if (found := _MAKES.search(line))}
    assert any(file.is_relative_to(SHARED_MEMORY) for file in made)
    assert {file for file in made if file.parts[1] not in {"dev", "proc"}} == set()
    assert [file.name for file in tmp_path.iterdir()] == ["trace"]


def test_a_released_document_leaves_no_bytes(qapp: QApplication) -> None:
    pages = PdfPages(sample_pdf(NAME))
    pages.release()
    (buffer,) = pages.findChildren(QBuffer)
    assert buffer.data().size() == 0
    assert pages.page_count == 0
