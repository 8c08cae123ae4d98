"""Workbooks that attack their reader get a sentence; the process with the keys is safe."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reception.domain.errors import ReceptionError
from reception.exchange.register_import.register_reader import read_register
from reception.messages.register_reading import SENTENCES
from reception.sandbox import child_process
from reception.sandbox.child_process import end_children
from reception.sandbox.workbook_inspection import WorkbookLimits, read_workbook
from reception.sandbox.workbook_protocol import MAX_MESSAGE
from tests.fixtures import hostile_workbooks as hostile
from tests.fixtures.polling import PATIENCE, poll
from tests.fixtures.workbooks import TODAY
from tests.hardening.fresh_interpreter import run

STYLES, BOOK = "xl/styles.xml", "xl/workbook.xml"


def refusal(data: bytes, limits: WorkbookLimits | None = None) -> str:
    """Return the code with which a workbook is refused; both its sentences take the facts."""
    with pytest.raises(ReceptionError) as refused:
        list(read_workbook(data, None, limits or WorkbookLimits()))
    error = refused.value
    for sentence in SENTENCES[error.code]:
        assert "{" not in sentence.format(**error.facts)
    return error.code


def visits(data: bytes) -> int:
    return len(read_register(data, TODAY).rows)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (hostile.one_wide_line(4_900_000), "exchange.too_wide"),
        (hostile.many_wide_lines(190, 16_384), "exchange.too_large"),
        (hostile.empty_lines(1_100_000), "exchange.damaged"),
        (hostile.cell_at("XFE9"), "exchange.too_wide"),
        (hostile.cell_at("ZZZ9"), "exchange.too_wide"),
        (hostile.cell_at("AAAAAAAA9"), "exchange.damaged"),
        (hostile.cell_at("C9", "C9"), "exchange.damaged"),
        (hostile.cell_at("D9", "C9"), "exchange.damaged"),
        (hostile.cell_at("C3"), "exchange.damaged"),
        (hostile.nested(hostile.SHEET, 200_000), "exchange.unsafe"),
        (hostile.nested(STYLES, 200_000), "exchange.unsafe"),
        (hostile.nested(BOOK, 200_000), "exchange.unsafe"),
        (hostile.merged(["A9:B9"] * 100_001), "exchange.too_large"),
        (hostile.merged(["B9:A9"]), "exchange.damaged"),
        (hostile.merged(["A9:XFE9"]), "exchange.damaged"),
        (hostile.one_text_often(100_000, 32_767), "exchange.too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_workbook_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_wide_line_is_named() -> None:
    with pytest.raises(ReceptionError) as refused:
        read_register(hostile.one_wide_line(17_000), TODAY)
    assert refused.value.facts == {"line": 9}


def test_what_is_only_odd_is_read() -> None:
    assert visits(hostile.many_wide_lines(1, 16_384)) == 1
    assert visits(hostile.empty_lines(900_000)) == 1
    assert visits(hostile.with_lines(b'<row r="1048576"><c/></row>')) == 1
    assert visits(hostile.merged(f"A{line}:B{line}" for line in range(10, 5_000))) == 1


def test_a_text_that_is_too_long_stops_its_row_and_is_not_cut() -> None:
    text = "Lò Văn Mẫu, " + "bản Hai" * 5_000
    person = f'<c r="C9" t="inlineStr"><is><t>{text}</t></is></c>'
    line = f'<row r="9"><c r="A9"><v>2</v></c>{person}</row>'
    rows = read_register(hostile.with_lines(line.encode()), TODAY).rows
    problems = {(problem.column.value, problem.code) for problem in rows[1].problems}
    assert ("person", "exchange.row.text_long") in problems
    assert rows[1].identity.name == ""


def test_an_error_of_excel_is_no_value() -> None:
    line = b'<row r="9"><c r="A9"><v>2</v></c><c r="C9" t="e"><v>#REF!</v></c></row>'
    rows = read_register(hostile.with_lines(line), TODAY).rows
    problems = {(problem.column.value, problem.code) for problem in rows[1].problems}
    assert ("person", "exchange.row.error_cell") in problems


def test_memory_and_processor_time_are_capped() -> None:
    long_text = hostile.one_long_text(60_000_000)
    assert refusal(long_text, WorkbookLimits(memory_mb=100)) == "exchange.too_much_memory"
    slow = hostile.many_wide_lines(180, 16_384)  # just below the limit of cells
    assert refusal(slow, WorkbookLimits(processor_seconds=1)) == "exchange.too_slow"


@pytest.mark.parametrize("memory_mb", [8, 24])
def test_a_machine_without_memory_for_a_child_says_so(memory_mb: int) -> None:
    assert refusal(hostile.GOOD, WorkbookLimits(memory_mb=memory_mb)) in (
        "exchange.no_reader",
        "exchange.too_much_memory",
    )


def replace_child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Run other code in the place of the child: a parser that was taken over."""
    command = [sys.executable, "-c", f"import os, signal\n{code}"]
    monkeypatch.setattr(child_process, "command_for", lambda *_, **__: command)


START = b"W\0\0\0\4\0\0\0\1"
SHEET = b"S\0\0\0\x0d\0\0\0\1\0\0\0\0\0\0\0\0\0"
LINE = b"L\0\0\0\x0d\0\0\0\1\0\1\0T\0\0\0\1a"
END = b"E\0\0\0\0"


def test_the_messages_of_this_test_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    replace_child(monkeypatch, f"os.write(1, {START + SHEET + LINE + END!r})")
    assert len(list(read_workbook(hostile.GOOD))) == 3


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        END,
        START[:5],
        START + SHEET + LINE,  # no end
        START + START + END,
        START + LINE + END,  # a line of no sheet
        START + SHEET + SHEET + END,
        START + SHEET + LINE + LINE + END,  # twice the same line
        START + SHEET[:9] + b"\1" + SHEET[10:] + LINE + END,  # a line of a hidden sheet
        START + SHEET[:9] + b"\2" + SHEET[10:] + END,
        START + SHEET[:10] + b"\xff" * 8 + END,  # four billion hidden columns
        START + SHEET + b"L\xff\xff\xff\xff" + b"a" * 1_000,
        START + SHEET + LINE[:5] + b"\xff\xff\xff\xff" + LINE[9:] + END,  # line 4,294,967,295
        START + SHEET + LINE[:11] + b"\x40" + LINE[12:] + END,  # column 65
        START + SHEET + LINE.replace(b"T", b"D") + END,
        START + SHEET + LINE.replace(b"T", b"Q") + END,
        START + SHEET + LINE.replace(b"T", b"e").replace(b"a", b"\xe9") + END,
        START + SHEET + LINE[:-1] + b"\xff" + END,  # no UTF-8
        START + SHEET + LINE[:13] + b"\0\0\0\0a" + END,  # an empty text, a letter left over
        b"X\0\0\0\5\xff\0\0\0\0",  # no such code
        b"X\0\0\0\5",
        b"?\0\0\0\0",
    ],
)
def test_a_child_with_false_answers_is_refused(
    monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    replace_child(monkeypatch, f"os.write(1, {answer!r})")
    assert refusal(hostile.GOOD) == "exchange.damaged"


def test_a_child_that_never_ends_its_answer_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "while True: os.write(1, b'L' + (60_000).to_bytes(4, 'big') + bytes(60_000))"
    replace_child(monkeypatch, code)
    assert refusal(hostile.GOOD) == "exchange.damaged"
    letters = MAX_MESSAGE.to_bytes(4, "big")
    code = f"os.write(1, b'L' + {letters!r})\nwhile True: os.write(1, bytes(9999))"
    replace_child(monkeypatch, code)
    assert refusal(hostile.GOOD, WorkbookLimits(answer_bytes=1 << 20)) == "exchange.too_large"


def test_a_child_that_sends_nothing_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = WorkbookLimits(waiting_seconds=0.5)
    replace_child(monkeypatch, "signal.pause()")
    assert refusal(hostile.GOOD, limits) == "exchange.too_slow"
    replace_child(monkeypatch, f"os.write(1, {START + SHEET!r})\nsignal.pause()")
    assert refusal(hostile.GOOD, limits) == "exchange.too_slow"


def test_reading_can_be_stopped_while_the_child_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    replace_child(monkeypatch, "signal.pause()")
    with pytest.raises(ReceptionError, match=r"exchange\.stopped"):
        read_register(hostile.GOOD, TODAY, lambda _done, _expected: False)
    assert not child_process._running_children


def test_locking_the_office_ends_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    replace_child(monkeypatch, "signal.pause()")
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(refusal, hostile.GOOD)
        poll(lambda: child_process._running_children)
        end_children()
        assert waiting.result(PATIENCE).startswith("exchange.")
    assert not child_process._running_children


def test_a_child_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    replace_child(monkeypatch, "raise SystemExit(1)")
    assert refusal(hostile.GOOD) == "exchange.no_reader"
    monkeypatch.setattr(child_process, "command_for", lambda *_, **__: ["/nonexistent"])
    assert refusal(hostile.GOOD) == "exchange.no_reader"


READ = """
import resource, sys
from datetime import date
from pathlib import Path
from reception.domain.errors import ReceptionError
from reception.exchange.register_import.register_reader import read_register
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    said = len(read_register(Path(sys.argv[1]).read_bytes(), date(2026, 11, 19)).rows)
except ReceptionError as error:
    said = error.code
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
parsers = sorted({"openpyxl", "zipfile", "pyexpat", "xml.etree"} & sys.modules.keys())
print(said, grown < 50 * 1024, *parsers)
"""


def test_the_process_with_the_keys_parses_nothing_and_does_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(hostile.one_wide_line(4_900_000))
    assert run(READ, str(path)) == "exchange.too_wide True"
    path.write_bytes(hostile.GOOD)
    assert run(READ, str(path)) == "1 True"


def test_the_child_opens_nothing_once_it_is_confined(tmp_path: Path) -> None:
    path, trace = tmp_path / "register.xlsx", tmp_path / "trace"
    path.write_bytes(hostile.GOOD)
    calls = "trace=openat,open,creat,socket,execve,clone,clone3,fork,vfork,unlink,mkdir,seccomp"
    strace = ("strace", "-ff", "-o", str(trace), "-e", calls)
    assert run(READ, str(path), prefix=strace) == "1 True"
    texts = [file.read_text() for file in tmp_path.glob("trace.*")]
    lines = next(text for text in texts if "sandbox.workbook_child" in text).splitlines()
    confined = next(at for at, line in enumerate(lines) if line.startswith("seccomp("))
    assert [line for line in lines[:confined] if "O_CREAT" in line] == []
    late = [line for line in lines[confined + 1 :] if "(" in line and "= -1 E" not in line]
    assert all(line.startswith("+++") for line in late)


def test_the_child_gets_no_environment_and_no_descriptor(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OFFICE_KEY", "0123456789abcdef")
    leak = os.open(tmp_path / "leak", os.O_RDONLY | os.O_CREAT)
    os.set_inheritable(leak, True)
    said = tmp_path / "said"
    code = f"""
found = [name for name in os.listdir("/proc/self/fd")
         if int(name) > 2 and os.path.exists("/proc/self/fd/" + name)]
open({str(said)!r}, "w").write(repr((sorted(os.environ), found, os.getcwd())))
"""
    replace_child(monkeypatch, code)
    refusal(hostile.GOOD)
    os.close(leak)
    assert said.read_text() == "(['LC_ALL', 'OMP_NUM_THREADS'], [], '/')"
