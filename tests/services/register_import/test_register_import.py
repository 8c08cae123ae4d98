"""The import of a register: the preview, all or nothing, and the stored values."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.services.register_import.import_preview import ImportPreview
from reception.services.register_import.preview_lines import LineState, PreviewLine, PreviewLines
from tests.fixtures import workbooks
from tests.fixtures.office import HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import visit_form
from tests.fixtures.workbooks import CARD_NUMBER, HAMLET, PERSON, register_row, register_workbook

SECRETS = (PERSON, PERSON.upper(), "Zơrúp", "ZƠRÚP", HAMLET, "Hốtzim", CARD_NUMBER, CARD_NUMBER[1:])


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The head's open office."""
    opened = create_services(office.open(HEAD))
    yield opened
    opened.session.database.close()


def lines_of(preview: ImportPreview) -> dict[int, PreviewLine]:
    lines = PreviewLines(preview)
    return {found.line: found for found in map(lines.line, lines.all_indexes())}


def counts(reception: Reception) -> dict[str, int]:
    tables = ("visit", "sealed_value", "sealed_box", "log", "import_file", "tag_queue", "log_row")
    found = {}
    for table in tables:
        rows = reception.session.database.one(f"SELECT count(*) FROM {table}")  # noqa: S608 - names above
        found[table] = int(rows[0])
    return found


def test_the_faulty_workbook_line_by_line(head: Reception) -> None:
    found = lines_of(head.register_import.preview(workbooks.faulty_register()))
    assert {line: one.result for line, one in found.items()} == {
        3: "Vào sổ",
        4: "Ngày 31/02/2025 không có",
        5: "Thiếu loại đơn",
        6: "Dòng tháng, bỏ qua",
        7: "Hình thức tiếp “Qua mạng” không rõ",
        8: "Ô là công thức, thay bằng giá trị",
        9: "Vào sổ, che tên ở nội dung (1 chỗ)",
        10: "Số lượt 1 trùng dòng 3",
        11: "Thiếu số lượt",
        12: "Số lượt “…” không phải số",
        13: "Ngày 01/01/2027 chưa tới",
        14: "Số người “nhiều” không phải số",
        15: "Số người phải từ 1 trở lên",
        16: "Vào sổ, dòng đang bị ẩn trong Excel",
        17: "Ô gộp, tách ra cho từng dòng",
        18: "Ô gộp, tách ra cho từng dòng",
        19: "Vào sổ",
        20: "Vào sổ, ô gộp, lấy giá trị ở dòng 19",
        21: "Tiêu đề lặp lại, bỏ qua",
        22: "“KN, TC” là nhiều loại đơn, tách mỗi loại một dòng",
        23: "Dòng tổng, bỏ qua",
        24: "Chữ ngoài bảng, bỏ qua",
    }
    assert found[9].state is LineState.MASKED
    assert found[9].content.startswith("[người khiếu nại]")
    assert (found[4].number, found[4].day, found[4].kind) == ("0002", "31/02/2025", "Khiếu nại")
    assert found[17].content == "…"  # no name was read, so the leak guard cannot check it
    assert not any(secret in repr(found) for secret in SECRETS)


def test_filters_agree_with_the_counts(head: Reception) -> None:
    preview = head.register_import.preview(workbooks.faulty_register())
    lines = PreviewLines(preview)
    assert len(lines.all_indexes()) == preview.counts.lines == 22
    assert len(lines.importable_indexes()) == len(preview.rows) == 5
    assert len(lines.skipped_indexes()) == preview.counts.skipped == 4
    assert preview.rejected == 13
    near = [lines.line(index).line for index in lines.indexes_around_problems()]
    assert near == list(range(3, 25))


def test_a_row_shifted_by_a_column_shows_no_name(head: Reception) -> None:
    slipped = [
        register_row(
            1, date=PERSON, person=CARD_NUMBER, paper="đường hỏng", summary="Khiếu nại", kind=1
        ),
        register_row(PERSON, date=CARD_NUMBER, person=None, paper=None),
        register_row(
            3, kind=PERSON.lower(), mode=f"Tiếp {PERSON}", people=CARD_NUMBER[:9], person=None
        ),
        register_row(4, kind=f"KN {PERSON.split()[0]}", person=None, summary=f"đơn của {PERSON}"),
    ]
    preview = head.register_import.preview(register_workbook([*slipped, register_row(9)]))
    assert preview.rejected == 4
    shown = repr(lines_of(preview)) + "\n".join(preview.lines("vi")) + str(preview.facts())
    assert not any(secret in shown for secret in (*SECRETS, PERSON.lower(), CARD_NUMBER[:9]))
    text = "".join(page.extract_text() for page in listed(head, preview))
    assert not any(secret in text for secret in (*SECRETS, PERSON.lower(), CARD_NUMBER[:9]))


def listed(head: Reception, preview: ImportPreview) -> list:  # type: ignore[type-arg]
    job = head.register_import.problem_list(preview)
    assert not job.holds_identity
    assert job.code == "2026-0001"
    return list(PdfReader(io.BytesIO(job.pdf)).pages)


def test_the_printed_list_gives_line_and_reason(head: Reception) -> None:
    pages = listed(head, head.register_import.preview(workbooks.faulty_register()))
    text = " ".join("".join(page.extract_text() for page in pages).split())
    assert "13 dòng để lại" in text
    for words in ("Ngày 31/02/2025 không có", "Ngày tiếp", "Thiếu loại đơn", "Họ tên, địa chỉ"):
        assert words in text
    assert not any(secret in text for secret in SECRETS)
    printed = head.session.database.one("SELECT form FROM print WHERE label = '2026-0001'")
    assert printed["form"] == "Danh sách dòng chưa nhập"


def test_stopping_anywhere_leaves_nothing(head: Reception) -> None:
    data = workbooks.large_register(600)
    before = counts(head)
    with pytest.raises(ReceptionError, match=r"exchange\.stopped"):
        head.register_import.preview(data, lambda done, _: done < 500)
    with pytest.raises(ReceptionError, match=r"exchange\.stopped"):
        head.register_import.preview(data, None, lambda done, _: done < 300)
    preview = head.register_import.preview(data)
    seen: list[int] = []

    def stop_late(done: int, total: int) -> bool:
        assert total == 600
        seen.append(done)
        return done < 600

    with pytest.raises(ReceptionError, match=r"exchange\.stopped"):
        head.register_import.import_rows(preview, progress=stop_late)
    assert seen == list(range(0, 601, 50))
    assert counts(head) == before
    assert list((head.session.folder / "drafts").glob("*")) == []
    assert head.register_import.import_rows(preview).rows == 600


def test_nothing_is_imported_when_the_register_changed_meanwhile(head: Reception) -> None:
    preview = head.register_import.preview(
        register_workbook([register_row(1, date="03/06/2026"), register_row(2, date="03/06/2026")])
    )
    head.intake.seal_visit(visit_form())
    before = counts(head)
    with pytest.raises(InvalidInput, match=r"exchange\.changed_meanwhile"):
        head.register_import.import_rows(preview)
    assert counts(head) == before
    assert head.log_verification.verify().intact


def test_the_same_file_and_the_corrected_file(head: Reception) -> None:
    data = register_workbook([register_row(1), register_row(2, date="31/02/2025")])
    head.register_import.import_rows(head.register_import.preview(data), skip_problem_rows=True)
    with pytest.raises(InvalidInput, match=r"exchange\.already_imported"):
        head.register_import.preview(data)
    corrected = head.register_import.preview(register_workbook([register_row(1), register_row(2)]))
    assert (len(corrected.rows), len(corrected.already_imported), corrected.counts.by_kind) == (
        1,
        1,
        {PetitionKind.COMPLAINT: 1},
    )
    assert lines_of(corrected)[3].result == "Đã có trong sổ, bỏ qua"
    head.register_import.import_rows(corrected)
    taken = head.register_import.preview(register_workbook([register_row(1, summary="việc khác")]))
    assert lines_of(taken)[3].result == "Số lượt 0001 đã có trong sổ, nội dung khác"


def test_problems_need_a_confirmation_and_the_import_a_right(
    head: Reception, office: ThrowAwayOffice
) -> None:
    preview = head.register_import.preview(workbooks.faulty_register())
    with pytest.raises(InvalidInput, match=r"exchange\.problems_left"):
        head.register_import.import_rows(preview)
    done = head.register_import.import_rows(preview, skip_problem_rows=True)
    assert (done.rows, done.rejected) == (5, 13)
    officer = create_services(office.open(OFFICER))
    for act in (
        lambda: officer.register_import.preview(register_workbook([register_row(7)])),
        lambda: officer.register_import.import_rows(preview, skip_problem_rows=True),
        lambda: officer.register_import.problem_list(preview),
    ):
        with pytest.raises(NotAllowed):
            act()
    officer.session.database.close()
