"""Single cells of a register, as offices write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.petition import PetitionKind as Kind
from reception.domain.text import clean
from reception.domain.visit import Mode, Outcome
from reception.exchange.register_import.cell_values import (
    CellError,
    day_of,
    kind_of,
    mode_of,
    number_of,
    people_of,
    text_of,
)
from reception.exchange.register_import.column_headings import Column, column_of
from reception.exchange.register_import.outcome_cells import outcome_of, read_mark, split_document
from reception.exchange.register_import.skipped_lines import skip_code
from tests.fixtures.workbooks import TODAY


@given(st.dates(date(1990, 1, 1), TODAY))
def test_a_day_in_every_form(day: date) -> None:
    numbers = (day.day, day.month, day.year)
    serial = (day - date(1899, 12, 30)).days
    for cell in (
        day,
        datetime(*reversed(numbers)),
        serial,
        float(serial),
        day.isoformat(),
        f"{day.isoformat()} 08:30:00",
        "{}/{}/{}".format(*numbers),
        "{:02}-{:02}-{}".format(*numbers),
        " {:02}.{:02}.{} ".format(*numbers),
        "ngày {} tháng {} năm {}".format(*numbers),
        "{}/{}/{} 8h30".format(*numbers),
    ):
        assert day_of(cell, TODAY) == day
    if day.year >= 2000:
        assert day_of(f"{day.day}/{day.month}/{day.year % 100:02}", TODAY) == day


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31/02/2025", "date_impossible"),
        ("2025-13-01", "date_impossible"),
        ("00/01/2025", "date_impossible"),
        ("hôm qua", "date_unreadable"),
        ("06/2025", "date_unreadable"),
        (True, "date_unreadable"),
        (7, "date_unreadable"),
        (float("nan"), "date_unreadable"),
        ("20/11/2026", "date_future"),
        ("01/01/1975", "date_old"),
    ],
)
def test_impossible_days_are_problems(cell: object, code: str) -> None:
    with pytest.raises(CellError) as error:
        day_of(cell, TODAY)
    assert error.value.code == f"exchange.row.{code}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KN", Kind.COMPLAINT),
        (" khiếu nại ", Kind.COMPLAINT),
        ("Đơn khiếu nại", Kind.COMPLAINT),
        ("TC", Kind.DENUNCIATION),
        ("To\u0302\u0301 ca\u0301o", Kind.DENUNCIATION),
        ("Kiến nghị", Kind.RECOMMENDATION),
        ("PA", Kind.FEEDBACK),
        ("phản ánh", Kind.FEEDBACK),
        ("KN,PA", Kind.RECOMMENDATION_OR_FEEDBACK),
        ("KN-PA", Kind.RECOMMENDATION_OR_FEEDBACK),
        ("KNPA", Kind.RECOMMENDATION_OR_FEEDBACK),
        ("KIẾN NGHỊ, PHẢN ÁNH", Kind.RECOMMENDATION_OR_FEEDBACK),
    ],
)
def test_kinds(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


@pytest.mark.parametrize("text", ["KN, TC", "Khiếu nại, kiến nghị", "Khiếu nại và tố cáo"])
def test_mixed_kinds_are_problems(text: str) -> None:
    with pytest.raises(CellError, match="kind_mixed"):
        kind_of(text)


@pytest.mark.parametrize("text", ["hỏi thủ tục", "đơn", "Khiếu nại về đất", "KNX"])
def test_unknown_kinds(text: str) -> None:
    with pytest.raises(CellError, match="kind_unknown"):
        kind_of(text)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Thường xuyên", Mode.REGULAR),
        ("tiếp thường xuyên", Mode.REGULAR),
        ("Thủ trưởng tiếp định kỳ", Mode.SCHEDULED_HEAD),
        ("Chủ tịch UBND tỉnh tiếp định kỳ", Mode.SCHEDULED_HEAD),
        ("Thủ trưởng tiếp đột xuất", Mode.AD_HOC_HEAD),
        ("Uỷ quyền", Mode.DELEGATE),
        ("Ủy quyền tiếp định kỳ", Mode.DELEGATE),
    ],
)
def test_modes(text: str, mode: Mode) -> None:
    assert mode_of(text) is mode


@pytest.mark.parametrize("text", ["Qua mạng", "Thường xuyên, định kỳ", "định kỳ và đột xuất"])
def test_unknown_modes(text: str) -> None:
    with pytest.raises(CellError, match="mode_unknown"):
        mode_of(text)


def test_numbers_and_people() -> None:
    assert [number_of(cell) for cell in (7, 7.0, "0198", "198.", "12)")] == [7, 7, 198, 198, 12]
    for cell in (0, -1, 1.5, "1a", 1_000_000, datetime(2025, 1, 1)):
        with pytest.raises(CellError, match="number_unreadable"):
            number_of(cell)
    assert [people_of(cell) for cell in (None, 3, 3.0, "3 người", "03", "12 hộ")] == [
        (1, False),
        (3, False),
        (3, False),
        (3, False),
        (3, False),
        (12, True),
    ]


def test_bodies_documents_and_marks() -> None:
    assert split_document("Sở Nội vụ, số 226/HD-BTCD") == ("Sở Nội vụ", "226/HD-BTCD")
    assert split_document("UBND xã (văn bản số 12/CV-BTCD)") == ("UBND xã", "12/CV-BTCD")
    assert split_document("Công an tỉnh") == ("Công an tỉnh", "")
    assert read_mark("X") == (True, "")
    assert read_mark("không") == (False, "")
    assert read_mark("Phòng TNMT") == (True, "Phòng TNMT")
    assert outcome_of(True, True, True, "") is Outcome.ACCEPT
    assert outcome_of(False, True, True, "") is Outcome.TRANSFER
    assert outcome_of(False, False, False, "Từ chối tiếp") is Outcome.REFUSE
    assert outcome_of(False, False, False, "") is None


def test_family_names_are_no_totals() -> None:
    for text in ("Tòng Văn Cộng", "Công Thị Năm", "Tổng Văn A", "Cộng đồng bản Hai"):
        assert skip_code([None, None, text]) == ("", "")
    for text in ("Tổng cộng", "CỘNG:", "Cộng tháng 6", "Tổng số: 12", "Luỹ kế"):
        assert skip_code([None, None, text, 12])[0] == "exchange.skip.total"
    for text in ("Tháng 6", "THÁNG 06/2025", "Quý II năm 2025", "Tháng 6 năm 2025:"):
        assert skip_code([text]) == ("exchange.skip.month", text)


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("S T T", None),
        ("STT", Column.NUMBER),
        ("Họ và tên,\n địa chỉ", Column.PERSON),
        ("CCCD/Hộ chiếu", Column.PAPER),
        ("Tóm tắt nội dung vụ việc", Column.SUMMARY),
        ("Phân loại đơn: khiếu nại, tố cáo, kiến nghị, phản ánh", Column.KIND),
        ("Số công dân có đơn cùng một nội dung", Column.SAME_CONTENT),
        ("Cơ quan, tổ chức, đơn vị đã giải quyết (hết thẩm quyền)", Column.SETTLED_BY),
        ("(x) nếu thuộc thẩm quyền (thụ lý để giải quyết)", Column.OWN_COMPETENCE),
        ("Hướng dẫn công dân đến cơ quan nào, số văn bản hướng dẫn", Column.GUIDED),
        ("Cơ quan có thẩm quyền thụ lý, số văn bản chuyển đơn", Column.TRANSFERRED),
        ("Theo dõi quá trình, kết quả giải quyết", Column.RESULT),
        ("Ngày sinh", None),
        ("Hướng xử lý", None),
    ],
)
def test_titles(title: str, column: Column | None) -> None:
    assert column_of(title) is column


@given(st.text(max_size=30))
def test_text_is_clean_however_it_came(text: str) -> None:
    """The fast path for ordinary cells gives the same result as the full cleaning."""
    once = text_of(text)
    assert once == clean(once)
    assert text_of(f"{text}\u200b") == once
    assert text_of(f" {text}\u00a0") == once
