"""Bringing a register in: all or nothing, stopped in time, and its people known again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, IdentityPaper, PaperKind
from reception.services.imports import Imports
from reception.services.intake import Intake
from reception.services.session import Session
from reception.services.upkeep import Upkeep
from tests.fixtures import workbooks
from tests.fixtures.forms import PERSON, form
from tests.fixtures.office import HEAD, ThrowAwayOffice


@pytest.fixture
def session(office: ThrowAwayOffice) -> Iterator[Session]:
    """The head's session: an officer may not import."""
    opened = office.open(HEAD)
    yield opened
    opened.database.close()


def known(name: str = workbooks.PERSON) -> Identity:
    """Return the person of the workbook as the desk would enter them."""
    return replace(PERSON, name=name, paper=IdentityPaper(PaperKind.NUMBER, workbooks.PAPER))


def tags(session: Session) -> int:
    """Return how many blind tags the register has."""
    return int(session.database.one("SELECT count(*) FROM blind_tag")[0])


def test_a_person_from_the_old_book_keeps_the_code_at_the_desk(
    session: Session, intake: Intake
) -> None:
    imports = Imports(session)
    rows = [workbooks.row(1, date="03/06/2026"), workbooks.row(2, kind="Tố cáo", date="04/06/2026")]
    preview = imports.preview(workbooks.book(rows))
    assert [problem.code for _, problem in preview.problems] == []
    imports.bring_in(preview)
    assert tags(session) == 0  # nothing slow stood in the way of the import
    while imports.tag_some():
        pass
    tagged = session.database.query(
        "SELECT DISTINCT v.kind FROM blind_tag t JOIN visit v USING (visit_id)"
    )
    assert [row["kind"] for row in tagged] == ["complaint"]  # no tag of a denouncer, ever
    again = intake.seal_visit(form(identity=known()))
    assert again.visit.pseudonym.code() == "KN-0001"
    stranger = replace(known("Lò Thị K"), paper=IdentityPaper(PaperKind.NUMBER, "012190998878"))
    assert intake.seal_visit(form(identity=stranger)).visit.pseudonym.code() == "KN-0002"
    denounced = intake.seal_visit(form(PetitionKind.DENUNCIATION, identity=known()))
    assert denounced.visit.pseudonym.code() == "TC-0002"
    assert Upkeep(session).verify().intact


def test_without_the_tags_made_nothing_is_lost(session: Session, intake: Intake) -> None:
    imports = Imports(session)
    imports.bring_in(imports.preview(workbooks.book([workbooks.row(1)])))
    assert intake.seal_visit(form(identity=known())).visit.number >= 1
    assert Imports(session).tag_some(10) == 0  # another session knows no identity to make them of
    assert tags(session) > 0
    assert Upkeep(session).verify().intact


@pytest.mark.parametrize("step", [0, 50, 100])
def test_an_import_stopped_half_way_leaves_nothing(session: Session, step: int) -> None:
    imports = Imports(session)
    preview = imports.preview(workbooks.book([workbooks.row(n) for n in range(1, 131)]))
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> bool:
        seen.append((done, total))
        return done < step

    with pytest.raises(ReceptionError, match="exchange.stopped"):
        imports.bring_in(preview, progress=stop)
    assert seen[-1] == (step, 130)
    assert session.database.one("SELECT count(*) FROM visit")[0] == 0
    assert imports.tag_some(10) == 0
    assert imports.bring_in(preview).rows == 130
