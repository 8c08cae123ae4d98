"""Register workbooks: the published figures, one with every fault, the older form."""

from __future__ import annotations

import random
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import PaperKind
from reception.domain.visit import LARGE_GROUP, Mode, Outcome
from reception.exchange.register_import.column_headings import Column
from reception.exchange.register_import.preview_counts import preview_counts
from reception.exchange.register_import.register_reader import read_register
from reception.exchange.register_import.row_results import ImportRow, RegisterSheet
from reception.messages.register_reading import SENTENCES
from tests.fixtures import workbooks
from tests.fixtures.workbooks import TODAY, register_row, register_workbook

LAM_DONG = Path(__file__).parents[2] / "fixtures" / "register-lam-dong-2017-h1.xlsx"


@pytest.fixture(scope="module")
def lam_dong() -> RegisterSheet:
    return read_register(LAM_DONG.read_bytes(), TODAY)


@pytest.fixture(scope="module")
def faulty() -> dict[int, ImportRow]:
    sheet = read_register(workbooks.faulty_register(), TODAY)
    return {row.line: row for row in sheet.rows}


def one(**changes: object) -> ImportRow:
    (only,) = read_register(register_workbook([register_row(**changes)]), TODAY).rows
    return only


def problems(found: ImportRow) -> list[tuple[str, Column]]:
    return [
        (problem.code.removeprefix("exchange.row."), problem.column) for problem in found.problems
    ]


def test_published_figures(lam_dong: RegisterSheet) -> None:
    counts = preview_counts(lam_dong)
    assert (counts.importable, counts.rejected) == (1647, 0)
    assert counts.by_mode == {Mode.REGULAR: 1147, Mode.SCHEDULED_HEAD: 500}
    assert counts.people_by_mode == {Mode.REGULAR: 1325, Mode.SCHEDULED_HEAD: 761}
    assert counts.by_kind == {
        PetitionKind.COMPLAINT: 422,
        PetitionKind.DENUNCIATION: 15,
        PetitionKind.RECOMMENDATION_OR_FEEDBACK: 1210,
    }
    assert counts.by_outcome == {Outcome.GUIDE: 987, Outcome.ACCEPT: 660}
    assert counts.by_kind[PetitionKind.DENUNCIATION] == 15
    assert (counts.first_day, counts.last_day) == (date(2017, 1, 2), date(2017, 6, 30))


def test_published_large_groups(lam_dong: RegisterSheet) -> None:
    groups: dict[Mode | None, list[int]] = {}
    for found in lam_dong.rows:
        if found.people >= LARGE_GROUP:
            groups.setdefault(found.mode, []).append(found.people)
    assert {mode: (len(all_), sum(all_)) for mode, all_ in groups.items()} == {
        Mode.REGULAR: (10, 54),
        Mode.SCHEDULED_HEAD: (10, 75),
    }


def test_lines_that_are_no_visits_are_named(lam_dong: RegisterSheet) -> None:
    said = [
        (skip.code.removeprefix("exchange.skip."), skip.preview_text) for skip in lam_dong.skipped
    ]
    months = [("month", f"Tháng {month}") for month in range(2, 7)]
    assert said == [("numbering", ""), *months, ("total", "Cộng:")]
    assert [found.number for found in lam_dong.rows] == list(range(1, 1648))


def test_lost_zeros_spaces_and_capitals_are_corrected(lam_dong: RegisterSheet) -> None:
    papers = {
        (found.identity.paper.kind, len(found.identity.paper.number)) for found in lam_dong.rows
    }
    assert papers == {(PaperKind.NUMBER, 12)}
    first = lam_dong.rows[0]
    assert first.identity.paper.number == "012170760136"
    assert [remark.code for remark in first.remarks] == ["exchange.remark.zero_added"]
    assert first.identity.name == "Lù Thị Páo"
    assert (first.identity.address.hamlet, first.identity.address.commune) == (
        "bản Hai",
        "xã Bum Nưa",
    )
    assert (first.guided_to, first.guidance_document) == ("Công an tỉnh", "216/HD-BTCD")
    named = [found.identity.name for found in lam_dong.rows]
    assert not any(name.isupper() or not name for name in named)
    assert all(unicodedata.is_normalized("NFC", name) for name in named)
    assert {found.identity.address.commune.split()[0] for found in lam_dong.rows} == {
        "xã",
        "phường",
    }


def test_nothing_printed_holds_an_identity(lam_dong: RegisterSheet) -> None:
    printed = (
        repr(lam_dong)
        + str(lam_dong.rows)
        + repr(lam_dong.skipped)
        + repr(preview_counts(lam_dong))
    )
    for found in lam_dong.rows:
        assert found.identity.name not in printed
        assert found.identity.paper.number not in printed
        assert found.identity.address.hamlet not in printed


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (3, []),
        (4, [("date_impossible", Column.DATE)]),
        (5, [("kind_missing", Column.KIND)]),
        (7, [("mode_unknown", Column.MODE)]),
        (8, [("formula", Column.SAME_CONTENT)]),
        (9, []),
        (10, [("number_twice", Column.NUMBER)]),
        (11, [("number_missing", Column.NUMBER)]),
        (12, [("number_unreadable", Column.NUMBER)]),
        (13, [("date_future", Column.DATE)]),
        (14, [("people_unreadable", Column.SAME_CONTENT)]),
        (15, [("people_none", Column.SAME_CONTENT)]),
        (16, []),
        (17, [("merged", Column.PERSON)]),
        (18, [("merged", Column.PERSON)]),
        (19, []),
        (20, []),
        (22, [("kind_mixed", Column.KIND)]),
    ],
)
def test_faulty_rows(
    faulty: dict[int, ImportRow], line: int, expected: list[tuple[str, Column]]
) -> None:
    assert problems(faulty[line]) == expected


def test_faulty_workbook_as_a_whole(faulty: dict[int, ImportRow]) -> None:
    sheet = read_register(workbooks.faulty_register(), TODAY)
    assert sorted(faulty) == [*range(3, 6), *range(7, 21), 22]
    assert [(skip.line, skip.code) for skip in sheet.skipped] == [
        (6, "exchange.skip.month"),
        (21, "exchange.skip.heading"),
        (23, "exchange.skip.total"),
        (24, "exchange.skip.loose"),
    ]
    assert [(note.code, note.fact) for note in sheet.notes] == [
        ("exchange.note.hidden_columns", "Ghi chú")
    ]
    assert faulty[4].problems[0].preview_text == "31/02/2025"
    assert faulty[10].problems[0].other_line == 3
    assert faulty[20].received_on == faulty[19].received_on
    assert [remark.code for remark in faulty[16].remarks] == ["exchange.remark.hidden"]
    assert preview_counts(sheet).rejected == 13
    printed = repr(sheet) + repr(sheet.rows) + repr(preview_counts(sheet))
    for secret in (workbooks.PERSON, "Zơrúp", workbooks.HAMLET, workbooks.CARD_NUMBER, "xem lại"):
        assert secret not in printed


def test_a_name_or_number_in_another_column_is_not_shown() -> None:
    for changes in (
        {"kind": f"đơn của {workbooks.PERSON.upper()}"},
        {"mode": f"tiếp {workbooks.PERSON}"},
        {"people": workbooks.CARD_NUMBER},
        {"date": f"{workbooks.PERSON} 03/06"},
        {"number": workbooks.CARD_NUMBER},
    ):
        found = one(**changes)
        assert [problem.preview_text for problem in found.problems] == ["…"]
        assert "…" in (*(getattr(found.cells, name) for name in found.cells.__slots__),)


def test_the_old_form_of_twelve_columns() -> None:
    sheet = read_register(workbooks.old_form_register(), TODAY)
    assert [problems(found) for found in sheet.rows] == [[], [], []]
    assert [(found.kind, found.people, found.mode) for found in sheet.rows] == [
        (PetitionKind.COMPLAINT, 3, Mode.REGULAR),
        (PetitionKind.DENUNCIATION, 1, Mode.REGULAR),
        (PetitionKind.RECOMMENDATION_OR_FEEDBACK, 12, Mode.REGULAR),
    ]
    assert [found.outcome for found in sheet.rows] == [
        Outcome.ACCEPT,
        Outcome.GUIDE,
        Outcome.TRANSFER,
    ]
    assert [found.received_on for found in sheet.rows] == [date(2022, 1, day) for day in (5, 6, 7)]
    last = sheet.rows[2]
    assert (last.handled_by, last.transfer_document) == ("Thanh tra tỉnh", "12/CĐ-BTCD")
    assert [skip.code for skip in sheet.skipped] == ["exchange.skip.numbering"]


def test_columns_in_any_order_and_decomposed() -> None:
    order = list(range(14))
    random.Random(7).shuffle(order)  # noqa: S311 - an order, no secret
    titles = [unicodedata.normalize("NFD", workbooks.TITLES_14[place]).upper() for place in order]
    cells = register_row(1, kind="KN,PA", people="3 người")
    shuffled = read_register(register_workbook([[cells[place] for place in order]], titles), TODAY)
    straight = read_register(register_workbook([cells]), TODAY)
    assert shuffled.rows == straight.rows
    assert shuffled.digest != straight.digest


def test_without_the_mode_every_visit_is_regular() -> None:
    sheet = read_register(register_workbook([register_row(1)[:13]], workbooks.TITLES_13), TODAY)
    assert (sheet.rows[0].mode, sheet.rows[0].remarks) == (Mode.REGULAR, ())


def test_digest_is_of_the_content_not_of_the_person_or_the_spelling() -> None:
    plain = one(people=1, date="03/06/2025")
    assert one(people="1 người").digest == plain.digest
    assert one(person="Vàng Thị Khác", paper=12_000_000_001).digest == plain.digest
    assert one(summary="việc khác").digest != plain.digest


def test_the_same_number_in_two_years_is_two_visits() -> None:
    rows = [register_row(1), register_row(1, date="03/06/2024")]
    assert all(found.is_importable for found in read_register(register_workbook(rows), TODAY).rows)


def test_progress_counts_and_stops() -> None:
    data = workbooks.large_register(1_000)
    seen: list[tuple[int, int]] = []

    def on(done: int, expected: int) -> bool:
        if expected:  # not while the child prepares: then the number of lines is unknown
            seen.append((done, expected))
        return done < 500

    with pytest.raises(ReceptionError) as stopped:
        read_register(data, TODAY, on)
    assert stopped.value.code == "exchange.stopped"
    assert seen == [(250, 1001), (500, 1001)]


def test_every_code_has_a_sentence(faulty: dict[int, ImportRow]) -> None:
    for found in faulty.values():
        for said in (*found.problems, *found.remarks):
            vietnamese, english = SENTENCES[said.code]
            assert vietnamese.format(**said.facts)
            assert english.format(**said.facts)
