"""Files that are refused as a whole, and malformed content: always a ReceptionError."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from reception.domain.errors import ReceptionError
from reception.exchange.register_import import register_reader
from reception.exchange.register_import.column_headings import Column
from reception.exchange.register_import.register_reader import read_register
from reception.messages.register_reading import SENTENCES
from reception.sandbox import workbook_package
from tests.exchange.parsed_here import read_here
from tests.fixtures import workbooks
from tests.fixtures.workbooks import TITLES_14, TODAY, register_row, register_workbook

SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
GOOD = register_workbook([register_row(1), register_row(2)])
EXCEL = workbooks.with_shared_strings(GOOD)


def refusal(data: bytes) -> ReceptionError:
    with pytest.raises(ReceptionError) as refused:
        read_register(data, TODAY)
    error = refused.value
    vietnamese, english = SENTENCES[error.code]
    said = vietnamese.format(**error.facts) + english.format(**error.facts) + repr(error)
    assert workbooks.PERSON not in said
    assert "{" not in said
    return error


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "exchange.not_workbook"),
        (b"STT;Ng\xc3\xa0y ti\xe1\xba\xbfp", "exchange.not_workbook"),
        (b"<html><table>", "exchange.not_workbook"),
        (OLE, "exchange.old_xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "exchange.locked"),
        (zipped({"word/document.xml": b"<a/>"}), "exchange.not_workbook"),
        (zipped({"xl/workbook.bin": b"x"}), "exchange.binary_workbook"),
        (b"PK\x03\x04 and nothing", "exchange.damaged"),
        (GOOD[: len(GOOD) // 2], "exchange.damaged"),
        (zipped({"xl/workbook.xml": b"<workbook/>"}), "exchange.damaged"),
        (workbooks.replace_part(GOOD, SHEET, b"<worksheet><sheetData>"), "exchange.damaged"),
    ],
)
def test_other_files_are_refused(data: bytes, code: str) -> None:
    assert refusal(data).code == code


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = workbooks.replace_part(GOOD, "xl/media/picture.png", bytes(20 << 20))
    assert refusal(bomb).code == "exchange.too_large"


def test_more_than_the_limit_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_package, "MAX_UNPACKED", 5_000)
    with pytest.raises(ReceptionError, match=r"exchange\.too_large"):
        read_here(GOOD)


def test_entities_are_refused_before_they_are_expanded() -> None:
    lines = ['<!DOCTYPE w [<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{step} "{f"&a{step - 1};" * 10}">' for step in range(1, 12)]
    lines += ["]><w>&a11;</w>"]
    for part in (SHEET, "xl/workbook.xml", "xl/styles.xml", "docProps/core.xml"):
        bomb = workbooks.replace_part(GOOD, part, "".join(lines).encode())
        assert refusal(bomb).code == "exchange.unsafe"
        wide = workbooks.replace_part(GOOD, part, "".join(lines).encode("utf-16"))
        assert refusal(wide).code == "exchange.unsafe"


def test_the_strict_form_is_named() -> None:
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book = workbooks.read_part(GOOD, "xl/workbook.xml")
    strict = book.replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    assert refusal(workbooks.replace_part(GOOD, "xl/workbook.xml", strict)).code == (
        "exchange.strict_form"
    )


def test_lines_out_of_order_are_refused() -> None:
    sheet = workbooks.read_part(GOOD, SHEET).replace(b'<row r="4"', b'<row r="2"')
    assert refusal(workbooks.replace_part(GOOD, SHEET, sheet)).code == "exchange.damaged"


def test_a_line_number_beyond_the_sheet_is_refused() -> None:
    sheet = workbooks.read_part(GOOD, SHEET).replace(b'<row r="4"', b'<row r="99999999999"')
    assert refusal(workbooks.replace_part(GOOD, SHEET, sheet)).code == "exchange.damaged"


def test_a_wrong_size_of_the_sheet_loses_no_row() -> None:
    sheet = workbooks.read_part(GOOD, SHEET)
    small = sheet.replace(b'<dimension ref="A1:N4"', b'<dimension ref="A1:A1"')
    assert small != sheet
    assert len(read_register(workbooks.replace_part(GOOD, SHEET, small), TODAY).rows) == 2


def test_missing_titles_are_named() -> None:
    titles = ["" if title.startswith(("Loại", "Ngày")) else title for title in TITLES_14]
    error = refusal(register_workbook([register_row(1)], titles))
    assert (error.code, error.facts["missing"]) == ("exchange.no_heading", "Ngày tiếp, Loại đơn")


def test_no_heading_at_all() -> None:
    error = refusal(register_workbook([register_row(1)], [""] * 14))
    assert error.code == "exchange.no_heading"
    assert "STT" in str(error.facts["missing"])


def test_headings_that_disagree() -> None:
    error = refusal(
        register_workbook([register_row(1), [*TITLES_14[1:], TITLES_14[0]], register_row(2)])
    )
    assert (error.code, error.facts) == ("exchange.headings_disagree", {"first": 2, "second": 4})


def test_a_required_title_twice() -> None:
    error = refusal(register_workbook([[*register_row(1), "KN"]], [*TITLES_14, "Loại đơn"]))
    assert (error.code, error.facts["title"]) == ("exchange.heading_twice", "Loại đơn")


def test_no_rows() -> None:
    assert refusal(register_workbook([])).code == "exchange.no_rows"
    assert refusal(register_workbook([["Tháng 6"]])).code == "exchange.no_rows"
    assert refusal(workbooks.workbook_bytes(Workbook())).code == "exchange.no_heading"


def test_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_reader, "MAX_ROWS", 1)
    assert refusal(GOOD).code == "exchange.too_many_rows"


def test_hidden_sheets_are_skipped_with_a_note() -> None:
    workbook = Workbook()
    for sheet, state in ((workbook.active, "visible"), (workbook.create_sheet(), "hidden")):
        sheet.append(list(TITLES_14))
        sheet.append(register_row(1))
        sheet.sheet_state = state
    read = read_register(workbooks.workbook_bytes(workbook), TODAY)
    assert len(read.rows) == 1
    assert [(note.code, note.sheet) for note in read.notes] == [("exchange.note.hidden_sheet", 2)]


def test_two_sheets_share_the_numbers_of_a_year() -> None:
    workbook = Workbook()
    for sheet in (workbook.active, workbook.create_sheet()):
        sheet.append(list(TITLES_14))
        sheet.append(register_row(1))
    read = read_register(workbooks.workbook_bytes(workbook), TODAY)
    assert [[problem.column for problem in found.problems] for found in read.rows] == [
        [],
        [Column.NUMBER],
    ]


def test_macros_and_links_are_not_loaded() -> None:
    data = workbooks.replace_part(GOOD, "xl/vbaProject.bin", b"\x00not a macro")
    data = workbooks.replace_part(data, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    assert len(read_register(data, TODAY).rows) == 2


def test_shared_texts_read_the_same() -> None:
    inline, shared = (read_register(data, TODAY) for data in (GOOD, EXCEL))
    assert shared.rows == inline.rows


def survives(data: bytes) -> None:
    """Read; only ReceptionError may be raised, without any word of the person."""
    said = ""
    code = "exchange.damaged"
    try:
        said = repr(read_here(data))
    except ReceptionError as error:
        code, said = error.code, repr(error) + repr(error.facts)
    assert code in SENTENCES
    assert workbooks.PERSON not in said


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", OLE]))
def test_random_bytes(data: bytes, start: bytes) -> None:
    survives(start + data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_mutated_packages(chance: random.Random) -> None:
    data = bytearray(GOOD)
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    survives(bytes(data))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.randoms(use_true_random=False),
    st.sampled_from([SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"]),
)
def test_mutated_parts(chance: random.Random, name: str) -> None:
    part = bytearray(workbooks.read_part(EXCEL, name))
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(part))
        part[start : start + chance.randint(0, 6)] = chance.choice(
            [b"9", b"-1", b"1e400", b"Z", b"&amp;", b"\xff", b"=", b'"', b""]
        )
    survives(workbooks.replace_part(EXCEL, name, bytes(part)))


_CELL = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30),
    st.integers(-(10**13), 10**13),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.sampled_from(["31/02/2025", "KN/2", "Tháng 6", "Tổng cộng", "x", "=1+1", "STT", "KN,PA"]),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_CELL, max_size=15), max_size=4))
def test_any_cells_under_a_heading(rows: list[list[object]]) -> None:
    survives(register_workbook([register_row(1), *rows, register_row(2)]))
