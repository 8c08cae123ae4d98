"""The demonstration's data made on 24 dates: complete on each, with the same visits."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from reception.bootstrap import open_office
from reception.console.demo.demo_office import build_demo, write_documents
from reception.domain.clock import VIETNAM
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.office.environment import Environment
from reception.storage.crypto.password_hashing import DEMO_POLICY
from resources import table
from tests.console.demo.demo_files import PAPERS
from tests.fixtures.office import FrozenClock

DATA = table("data/demonstration.json")
DATES = (
    "2026-11-20T10:00:00",  # the day of each month on which the head receives
    "2027-02-20T09:30:00",  # the same on a Saturday
    "2026-12-14T16:00:00",  # the last day of a statistical month and year
    "2026-12-15T08:00:00",
    "2026-11-14T11:00:00",
    "2026-11-15T11:00:00",
    "2026-12-31T23:59:50",
    "2027-01-01T00:00:00",
    "2027-01-01T09:00:00",
    "2028-01-01T23:59:59",
    "2028-02-29T10:00:00",
    "2027-02-28T10:00:00",
    "2028-03-01T00:00:01",
    "2026-11-22T10:00:00",  # a Sunday
    "2026-11-28T10:00:00",  # a Saturday
    "2027-02-05T15:00:00",  # the day before Tết
    "2027-02-08T08:00:00",  # in the Tết holidays
    "2027-02-15T08:00:00",
    "2026-04-30T10:00:00",
    "2026-09-02T10:00:00",
    "2026-07-01T00:00:00",
    "2027-06-15T12:00:00",
    "2030-12-31T12:00:00",
    "2035-05-20T18:45:00",
)


# Of the day's five visits, and of the four for which papers are made.
KINDS = ["feedback", "denunciation", "recommendation", "complaint", "feedback"]
KINDS += ["complaint", "denunciation", "feedback", "complaint"]


class PassingClock(FrozenClock):
    """A clock that advances a second at each reading, so that midnight passes in between."""

    def now(self) -> datetime:
        """Return the next second."""
        self.move(seconds=1)
        return self.at


@pytest.mark.parametrize("moment", DATES)
def test_the_demonstration_is_complete_on_any_day(tmp_path: Path, moment: str) -> None:
    clock = PassingClock(datetime.fromisoformat(moment).replace(tzinfo=VIETNAM))
    folder, out = tmp_path / "office", tmp_path / "out"
    world = Environment(clock, DEMO_POLICY, tmp_path / "state")
    assert build_demo(folder, DATA, 0, world) == 5
    paths = write_documents(folder, DATA, out, world)
    assert {path.name for path in paths} == PAPERS
    assert all(path.stat().st_size > 1000 for path in paths)
    head, _, password = DATA["staff"][0]
    accounts = read_pre_unlock_state(folder, world.state_folder).accounts
    user_id = next(key for key, name in accounts if name == head)
    reception = open_office(folder, user_id, password, world)
    try:
        assert reception.log_verification.verify().intact
        rows = reception.session.database.query("SELECT kind FROM visit ORDER BY visit_id")
        assert [row["kind"] for row in rows] == KINDS
        assert len(reception.todo_list.read().items) > 0
    finally:
        reception.session.database.close()
