"""Scans are opened in a child process; the answer is facts or one error."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from reception.domain.errors import ReceptionError
from reception.messages.sandbox import SENTENCES
from reception.sandbox import child_process
from reception.sandbox.child_process import end_children
from reception.sandbox.scan_inspection import inspect_scan
from reception.sandbox.scan_kinds import ScanKind
from tests.fixtures.polling import PATIENCE, poll
from tests.hardening.fresh_interpreter import ROOT, run
from tests.sandbox.sample_files import BLUE, RED, claiming_pdf, locked_pdf, pdf, picture, png_bomb


def preview(data: bytes) -> Image.Image:
    """Return the preview of a scan, opened by another library than the one that made it."""
    image = Image.open(io.BytesIO(inspect_scan(data).preview_png), formats=("PNG",))
    image.load()
    assert image.mode == "RGB"
    return image


def is_near(pixel: object, colour: tuple[int, int, int]) -> bool:
    """Return whether a pixel has this colour, within the tolerance of JPEG, CMYK and palettes."""
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 60 for one, other in zip(pixel, colour, strict=True))


def refused(data: bytes, **limits: float) -> str:
    """Return the code a scan is refused with; its sentences must exist and take the facts."""
    with pytest.raises(ReceptionError) as caught:
        inspect_scan(data, **limits)
    for sentence in SENTENCES[caught.value.code]:
        assert "{" not in sentence.format(**caught.value.facts)
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "kind", "pages", "size"),
    [
        (pdf(3), ScanKind.PDF, 3, (707, 1000)),
        (pdf(1, (900, 300)), ScanKind.PDF, 1, (1000, 333)),
        (picture("JPEG"), ScanKind.JPEG, 1, (300, 200)),
        (picture("JPEG", size=(3000, 1500)), ScanKind.JPEG, 1, (1000, 500)),
        (picture("JPEG", "CMYK"), ScanKind.JPEG, 1, (300, 200)),
        (picture("PNG"), ScanKind.PNG, 1, (300, 200)),
        (picture("PNG", size=(1500, 3000)), ScanKind.PNG, 1, (500, 1000)),
        (picture("PNG", "RGBA"), ScanKind.PNG, 1, (300, 200)),
        (picture("PNG", "P"), ScanKind.PNG, 1, (300, 200)),
    ],
)
def test_good_scans_open_in_their_colours(data, kind, pages, size):
    facts = inspect_scan(data)
    assert (facts.kind, facts.pages) == (kind, pages)
    image = preview(data)
    assert image.size == size
    assert is_near(image.getpixel((5, 5)), RED)
    assert is_near(image.getpixel((size[0] - 5, size[1] - 5)), BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "I;16"])
def test_grey_scans_stay_between_black_and_white(mode):
    image = Image.new("L", (60, 40), 90).convert("I").point(lambda v: v * 256).convert("I;16")
    if mode != "I;16":
        image = Image.new("L", (60, 40), 90).convert(mode)
    made = io.BytesIO()
    image.save(made, "PNG")
    shown = preview(made.getvalue()).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(shown, tuple)
    assert abs(shown[0] - 90) < 4


def test_transparent_paper_is_white():
    made = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(made, "PNG")
    assert preview(made.getvalue()).getpixel((3, 3)) == (255, 255, 255)


def test_the_preview_is_upright_and_carries_no_exif():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "Nguyễn Văn Thử"
    data = picture("JPEG", exif=exif)
    assert b"Nguy" in data
    facts = inspect_scan(data)
    image = preview(data)
    assert image.size == (200, 300)
    assert is_near(image.getpixel((100, 5)), RED)
    assert not image.getexif()
    assert not image.info
    assert b"Nguy" not in facts.preview_png


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sandbox.unknown_kind"),
        (b"%PDX-1.4 nothing", "sandbox.unknown_kind"),
        (b"GIF89a" + bytes(50), "sandbox.unknown_kind"),
        (b"%PDF-1.7\n", "sandbox.broken"),
        (b"\xff\xd8\xff", "sandbox.broken"),
        (b"\x89PNG\r\n\x1a\n", "sandbox.broken"),
        (pdf()[:700], "sandbox.broken"),
        (picture("JPEG", size=(800, 800))[:2000], "sandbox.broken"),
        (picture("PNG", size=(800, 800))[:1000], "sandbox.broken"),
        (locked_pdf("open"), "sandbox.encrypted"),
        (claiming_pdf(10_000), "sandbox.too_many_pages"),
        (claiming_pdf(1_500), "sandbox.broken"),
        (png_bomb(7_200), "sandbox.too_large"),
    ],
)
def test_an_unusable_scan_is_refused_with_its_sentence(data, code):
    assert refused(data) == code


def test_a_zip_under_another_name_is_no_scan():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("don.pdf", pdf())
    assert refused(made.getvalue()) == "sandbox.unknown_kind"


def test_a_pdf_that_opens_without_a_password_is_taken():
    assert inspect_scan(locked_pdf("")).pages == 1


def test_size_is_judged_before_anything_is_started(monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", None)
    assert refused(pdf(), max_bytes=100) == "sandbox.too_large"


def test_memory_and_time_are_capped():
    big = picture("PNG", size=(3000, 4000))
    assert inspect_scan(big).pages == 1
    assert refused(big, memory_mb=64) == "sandbox.memory"
    for tiny in (8, 24):
        assert refused(pdf(), memory_mb=tiny) == "sandbox.memory"
    assert refused(png_bomb(7_000), timeout=0.15) == "sandbox.timeout"


def test_children_end_at_once_when_the_office_locks():
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(refused, png_bomb(7_000), timeout=3600)
        poll(lambda: child_process._running_children)
        end_children()
        assert waiting.result(PATIENCE).startswith("sandbox.")
    assert not child_process._running_children


def test_several_at_once():
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(inspect_scan, [pdf(n) for n in (1, 2, 3, 4)]))
    assert [facts.pages for facts in found] == [1, 2, 3, 4]
    assert threading.active_count() < 8


def test_a_machine_without_the_module_reports_it(monkeypatch):
    monkeypatch.setattr(
        child_process,
        "command_for",
        lambda *_, **__: [sys.executable, "-c", "raise SystemExit(1)"],
    )
    assert refused(pdf()) == "sandbox.unavailable"
    monkeypatch.setattr(child_process, "command_for", lambda *_, **__: ["/nonexistent"])
    assert refused(pdf()) == "sandbox.unavailable"


@pytest.mark.parametrize(
    "answer",
    [
        "b''",
        "b'SCAN'",
        "b'NACS' + bytes(13)",
        "b'SCAN' + bytes([99]) + bytes(12)",
        "b'SCAN' + bytes([0]) + bytes(12)",
        "b'SCAN' + bytes([0,0,0,0,1, 0,0,0,2, 0,0,0,1]) + bytes(5)",
        "b'SCAN' + bytes([0,0,0,0,1, 0,0,0,1, 0,0,0,1]) + bytes(4)",
        "bytes(5_000_000)",
    ],
)
def test_a_child_with_false_answers_is_refused(monkeypatch, answer):
    code = f"import os; os.write(1, {answer})"
    monkeypatch.setattr(child_process, "command_for", lambda *_, **__: [sys.executable, "-c", code])
    assert refused(pdf()) == "sandbox.broken"


GOOD = {
    "pdf": pdf(2),
    "jpeg": picture("JPEG", size=(64, 48)),
    "png": picture("PNG", size=(64, 48)),
}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(sorted(GOOD)),
    spots=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), max_size=8),
    cut=st.floats(0.5, 1),
)
def test_mutated_scans_never_raise_anything_else(name, spots, cut):
    data = bytearray(GOOD[name])
    for place, patch in spots:
        start = int(place * len(data))
        data[start : start + len(patch)] = patch
    data = data[: int(cut * len(data))]
    assert verdict(bytes(data)) in {"opened", *SENTENCES} - {"sandbox.unavailable"}


def verdict(data: bytes) -> str:
    """Return the code of the refusal, or "opened"; other exceptions are raised."""
    try:
        inspect_scan(data)
    except ReceptionError as error:
        return error.code
    return "opened"


LOOK = """
import sys
from reception.sandbox.scan_inspection import inspect_scan
sys.stdout.write(inspect_scan(open(sys.argv[1], "rb").read()).kind)
"""


@pytest.mark.parametrize("name", sorted(GOOD))
def test_the_child_writes_no_file_opens_nothing_late_and_starts_nothing(tmp_path, name):
    scan, trace = tmp_path / "scan", tmp_path / "trace"
    scan.write_bytes(GOOD[name])
    calls = "trace=openat,open,creat,socket,execve,clone,clone3,fork,vfork,unlink,mkdir,seccomp"
    strace = ("strace", "-ff", "-o", str(trace), "-e", calls)
    assert run(LOOK, str(scan), prefix=strace) == name
    texts = [file.read_text() for file in tmp_path.glob("trace.*")]
    child = next(text for text in texts if "reception.sandbox.child" in text)
    lines = child.splitlines()
    assert not [line for line in lines if "O_CREAT" in line or "O_RDWR" in line.split("= ")[0]]
    shut = next(i for i, line in enumerate(lines) if line.startswith("seccomp("))
    late = [line for line in lines[shut + 1 :] if "(" in line and "= -1 E" not in line]
    assert late == [] or all(line.startswith("+++") for line in late)
    assert [line for line in lines[1:] if line.startswith(("clone", "fork", "vfork"))] == []


def test_the_child_has_a_bare_environment_and_no_descriptors(monkeypatch, tmp_path):
    said = tmp_path / "said"
    code = (
        "import os, json; fds = [n for n in os.listdir('/proc/self/fd') "
        "if int(n) > 2 and os.path.exists('/proc/self/fd/' + n)]; "
        f"open({str(said)!r}, 'w').write(json.dumps([sorted(os.environ), fds, os.getcwd()]))"
    )
    monkeypatch.setenv("OFFICE_KEY", "0123456789abcdef")
    leak = os.open(said, os.O_RDONLY | os.O_CREAT)
    os.set_inheritable(leak, True)
    monkeypatch.setattr(child_process, "command_for", lambda *_, **__: [sys.executable, "-c", code])
    refused(pdf())
    os.close(leak)
    assert said.read_text() == '[["LC_ALL", "OMP_NUM_THREADS"], [], "/"]'


def test_the_child_imports_only_what_its_kind_needs():
    for kind, data, alien in (("png", GOOD["png"], "pypdfium2"), ("pdf", GOOD["pdf"], "PIL")):
        code = f"""
import os, sys
from reception.sandbox import child
def told(verdict):
    found = sorted(name for name in ("{alien}", "nacl", "sqlcipher3", "reception.storage")
                   if name in sys.modules)
    return repr((verdict.pages, found)).encode()
child.pack = told
child.main(["{kind}", "512", "20"])
"""
        done = subprocess.run(  # noqa: S603  # our own snippet
            [sys.executable, "-c", code],
            input=data,
            capture_output=True,
            env={"PYTHONPATH": str(ROOT)},
            check=True,
        )
        assert done.stdout == (b"(2, [])" if kind == "pdf" else b"(1, [])")
