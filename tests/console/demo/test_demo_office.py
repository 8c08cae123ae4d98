"""The demonstration without a display: every paper and a picture of every screen."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from tests.console.demo.demo_files import PAPERS
from tests.fixtures.socket_trace import address_families, run_traced

SCREENS = (
    "mo-so",
    "thiet-lap-don-vi",
    "thiet-lap-tai-khoan",
    "thiet-lap-to-khoi-phuc",
    "so-bi-hong",
    "mo-bang-hai-to-khoi-phuc",
    "ban-tiep-dan-luot-moi",
    "canh-bao-lo-danh-tinh",
    "ban-tiep-dan",
    "doc-lai-cho-nguoi-den",
    "tu-choi-tiep",
    "xem-truoc-khi-in",
    "da-luu-va-niem-phong",
    "so-tiep-cong-dan",
    "nhap-so-excel-xem-truoc",
    "sua-luot-tiep",
    "xin-mo-danh-tinh",
    "dang-mo-danh-tinh",
    "thu-gui-nguoi-den",
    "in-so-co-ten",
    "tra-theo-ma",
    "nhat-ky-va-sao-luu",
    "cai-dat",
    "cai-dat-mat-khau",
    "them-tai-khoan",
    "dat-lai-mat-khau",
    "cho-roi-so",
    "cai-dat-co-quan",
    "cai-dat-lich",
    "cai-dat-cach-dem",
    "cai-dat-may",
    "cai-dat-suc-khoe-may",
    "man-hinh-che",
)


def demo(trace: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command in its own process, since it blocks the network permanently."""
    return run_traced(trace, ["-m", "reception.console.app", "demo", *options])


def test_the_tour_leaves_every_paper_and_a_picture_of_every_screen(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = demo(tmp_path / "sockets", "--office", str(tmp_path), "--out", str(out), "--years", "0")
    said = done.stdout
    assert done.returncode == 0, done.stderr
    assert address_families(tmp_path / "sockets") <= {"AF_UNIX"}  # the window and all its children
    left = {path.name for path in out.iterdir()}
    assert left >= PAPERS
    assert all(str(out / name) in said for name in left)
    pictures = sorted(out.glob("*.png"))
    names = [path.stem.partition("-")[2] for path in pictures]
    assert set(SCREENS) <= set(names)
    marks = {hashlib.sha256(path.read_bytes()).digest() for path in pictures}
    assert len(marks) == len(pictures)  # no two alike: the tour advanced each time
    assert all(path.stat().st_size > 10_000 for path in pictures)


def test_a_tour_that_cannot_continue_ends_with_a_failure(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("here is no folder", encoding="utf-8")
    done = demo(tmp_path / "sockets", "--office", str(tmp_path), "--out", str(out), "--years", "0")
    assert done.returncode == 1
    sentence = done.stderr
    assert "Traceback" not in sentence
    assert str(out) in sentence
    assert "chạy lại" in sentence
