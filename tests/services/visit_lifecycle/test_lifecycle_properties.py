"""Any changes of any visits: numbers without gaps, equal counts, right seals, a verified log."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reception.bootstrap import create_services
from reception.domain.petition import PetitionKind
from reception.domain.visit import split_visit_id
from reception.domain.visit_lifecycle import Answer, AnswerChannel, LateEntry
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.visits.register_reader import RegisterFilter
from tests.fixtures.office import CUSTODIAN, OFFICER, build_office
from tests.fixtures.visit_forms import PERSON, visit_form, with_summary

REASON = ChangeReason("other", "Lý do ghi cho bài kiểm này")
KINDS = st.sampled_from([PetitionKind.COMPLAINT, PetitionKind.FEEDBACK, PetitionKind.DENUNCIATION])
PEOPLE = st.integers(0, 3)
SYLLABLES = ("sim", "trúc", "khèn", "nhãn", "gừng", "chiêng", "lụa", "ngô")


@dataclass
class Known:
    """The expected state of a visit."""

    kind: PetitionKind
    day: date
    text: str
    people: int = 1
    seen: int = 0
    voided: bool = False
    answered: bool = False


class Lives(RuleBasedStateMachine):
    """An officer's and a custodian's acts on a small register."""

    def __init__(self) -> None:
        """Open an office."""
        super().__init__()
        self._room = tempfile.TemporaryDirectory()
        self.office = build_office(Path(self._room.name))
        self.desk = create_services(self.office.open(OFFICER))
        self.custodian = create_services(self.office.open(CUSTODIAN))
        self.visits: dict[int, Known] = {}
        self.codes: set[str] = set()

    def teardown(self) -> None:
        """Verify the log and close the office."""
        found = self.custodian.log_verification.verify()
        assert found.findings == ()
        self.custodian.session.database.close()
        self.desk.session.database.close()
        self._room.cleanup()

    def _living(self) -> list[int]:
        return [key for key, known in self.visits.items() if not known.voided]

    def _pick(self, place: int) -> int:
        living = self._living()
        return living[place % len(living)]

    @rule(kind=KINDS, who=PEOPLE, days=st.integers(0, 400), people=st.integers(1, 6))
    def seal(self, kind: PetitionKind, who: int, days: int, people: int) -> None:
        """Take a visit in, today or late."""
        today = self.desk.session.today()
        day = max(today - timedelta(days), date(today.year - 1, 1, 1))
        text = f"Việc {SYLLABLES[len(self.visits) % 8]} số {len(self.visits)}"
        paper = replace(PERSON.paper, number=f"01206800012{who}")
        made = with_summary(visit_form(kind, identity=replace(PERSON, paper=paper)), text)
        one = made.group
        made = replace(made, group=replace(one, people=people, representatives=min(people // 5, 1)))
        if day < today:
            made = replace(made, late_entry=LateEntry(day, "Phiếu giấy", "Mất điện hôm đó"))
        sealed = self.desk.intake.seal_visit(made)
        year, number = split_visit_id(sealed.visit.visit_id)
        last = max((key for key in self.visits if key // 10**6 == year), default=year * 10**6)
        assert (year, number) == (day.year, last % 10**6 + 1)
        seen = self.desk.lifecycle.change_context(sealed.visit.visit_id).event_count
        self.visits[sealed.visit.visit_id] = Known(kind, day, text, people, seen)

    @precondition(lambda self: self._living())
    @rule(place=st.integers(0, 99), word=st.sampled_from(SYLLABLES))
    def correct(self, place: int, word: str) -> None:
        """Put a text right."""
        key = self._pick(place)
        known = self.visits[key]
        text = f"{known.text} {word}"
        self.desk.lifecycle.correct(key, Correction(REASON, {"summary.1": text}, known.seen))
        known.text, known.seen = text, known.seen + 1

    @precondition(lambda self: self._living())
    @rule(place=st.integers(0, 99))
    def void(self, place: int) -> None:
        """Void a visit."""
        key = self._pick(place)
        self.desk.lifecycle.void(key, REASON, self.visits[key].seen)
        self.visits[key].voided = True

    @precondition(lambda self: self._living())
    @rule(place=st.integers(0, 99))
    def answer(self, place: int) -> None:
        """Answer the person."""
        key = self._pick(place)
        known = self.visits[key]
        today = self.desk.session.today()
        self.desk.lifecycle.answer(key, Answer(today, AnswerChannel.LETTER, "12/TB"), known.seen)
        known.seen, known.answered = known.seen + 1, True

    @precondition(lambda self: self._living())
    @rule(place=st.integers(0, 99), kind=KINDS)
    def reclassify(self, place: int, kind: PetitionKind) -> None:
        """Make a visit one of another kind; the custodian does it downward."""
        key = self._pick(place)
        known = self.visits[key]
        if kind is known.kind:
            return
        who = self.custodian if known.kind is PetitionKind.DENUNCIATION else self.desk
        before = self.desk.register.story(key)
        assert before is not None
        copies = who.lifecycle.reclassify(key, Reclassification(REASON, kind, known.seen))
        assert copies.new_code != before.row.code
        known.kind, known.seen, known.answered = kind, known.seen + 1, False

    @rule(days=st.integers(1, 60))
    def wait(self, days: int) -> None:
        """Let days pass, possibly into the next year."""
        self.office.clock.move(days=days)

    @invariant()
    def the_register_is_what_was_done(self) -> None:
        """Every visit is in the register once, and found by its own text only."""
        rows = {row.visit_id: row for row in self.desk.register.page(RegisterFilter())}
        assert set(rows) == set(self.visits)
        for key, known in self.visits.items():
            row = rows[key]
            assert (row.kind, row.summary, row.voided) == (
                known.kind.value,
                known.text,
                known.voided,
            )
            assert row.due_on is None or not known.voided
        database = self.desk.session.database
        assert database.one("SELECT count(*) FROM visit_search")[0] == len(self.visits)

    @invariant()
    def numbers_have_no_gaps_and_counts_are_equal(self) -> None:
        """Numbers begin at 1 each year; the table counts visits that are not voided."""
        for year in {key // 10**6 for key in self.visits}:
            numbers = sorted(key % 10**6 for key in self.visits if key // 10**6 == year)
            assert numbers == list(range(1, len(numbers) + 1))
            period = (date(year, 1, 1), date(year, 12, 31))
            counted = [
                known
                for known in self.visits.values()
                if not known.voided and known.day.year == year
            ]
            columns = self.desk.reports.count("01/TCD", period).column_totals
            assert columns[1] == len(counted)
            assert columns[2] == sum(known.people for known in counted)

    @invariant()
    def only_the_ordinary_is_open_to_the_desk(self) -> None:
        """No box for the desk and no tag belongs to a denunciation."""
        database = self.desk.session.database
        boxed = database.query(
            "SELECT DISTINCT v.owner_row, b.vault FROM sealed_value v JOIN sealed_box b "
            "USING (value_id)"
        )
        found = {(int(row["owner_row"]), row["vault"]) for row in boxed}
        tagged = {row[0] for row in database.query("SELECT visit_id FROM blind_tag")}
        for key, known in self.visits.items():
            secret = known.kind is PetitionKind.DENUNCIATION
            assert (key, "protected") in found
            assert ((key, "desk") in found) is not secret
            assert key not in tagged or not secret


TestLives = Lives.TestCase
TestLives.settings = settings(max_examples=12, stateful_step_count=14)
