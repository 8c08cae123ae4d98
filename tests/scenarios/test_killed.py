"""Killed in the middle of a day's work: what was confirmed is there, nothing is half there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reception.bootstrap import wire
from tests.fixtures.office import OFFICER, PASSWORDS, ThrowAwayOffice, build_office
from tests.scenarios.planted_identities import planted
from tests.scenarios.trace_search import found_in, needles

ROOT = Path(__file__).resolve().parents[2]
KILLS = 14
PEOPLE = planted(64)
_DAY = """
import os, signal, sys
from pathlib import Path
from reception.bootstrap import wire
from reception.services.office.environment import Environment
from reception.services.access.session import unlock
from reception.storage.crypto.password_hashing import SMALL
from tests.fixtures.office import FrozenClock
from tests.scenarios.planted_identities import form_of, planted
folder, state, user, password, first, fatal = sys.argv[1:]
real, left = os.fsync, int(fatal)
def fsync(handle):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)  # the power goes before this write is on the disk
    real(handle)
if left:
    os.fsync = fsync
environment = Environment(FrozenClock(), SMALL, Path(state))
reception = wire(unlock(Path(folder), user, password, environment))
people = planted(64)
print("open", flush=True)
for index in range(int(first), len(people)):
    draft = reception.drafts.create()
    reception.drafts.save(draft, {"person": {"name": people[index].name}})
    print("draft", draft, flush=True)
    form = form_of(people[index], index)
    ready = reception.intake.prepare(people[index], protected=form.protected)
    sealed = reception.intake.seal_visit(form, ready, draft)
    print("sealed", sealed.visit.number, flush=True)
"""


def day(office: ThrowAwayOffice, first: int, fatal: int) -> subprocess.Popen[str]:
    """Begin a working day in a process of its own."""
    words = [str(office.folder), str(office.environment.state), office.user_id(OFFICER)]
    words += [PASSWORDS[OFFICER], str(first), str(fatal)]
    return subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", _DAY, *words], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def told(work: subprocess.Popen[str], lines: int, wait: float) -> list[list[str]]:
    """Read some lines, wait, kill, and return every line that was said."""
    heard: list[list[str]] = []
    with work:
        for line in work.stdout or ():
            heard.append(line.split())
            if len(heard) == lines:
                time.sleep(wait)
                work.kill()
    assert work.returncode == -signal.SIGKILL
    return heard


def check(office: ThrowAwayOffice, heard: list[list[str]], before: int) -> int:
    """Open what is left and compare it with what was confirmed; return the number of visits."""
    session = office.open(OFFICER)
    reception = wire(session)
    try:
        numbers = [row[0] for row in session.database.query("SELECT number FROM visit ORDER BY 1")]
        assert numbers == list(range(1, len(numbers) + 1))
        confirmed = max((int(words[1]) for words in heard if words[0] == "sealed"), default=before)
        assert confirmed <= len(numbers) <= confirmed + 1
        found = reception.log_verification.verify()
        assert found.intact, found
        for table in ("petition", "sealed_value"):
            column = "visit_id" if table == "petition" else "CAST(owner_row AS INTEGER)"
            query = f"SELECT count(DISTINCT {column}) FROM {table}"  # noqa: S608 - names of this file
            assert session.database.one(query)[0] == len(numbers)
        drafts = {words[1] for words in heard if words[0] == "draft"}
        waiting = {draft.draft_id for draft in reception.drafts.own_drafts()}
        assert len(waiting & drafts) <= 1
        if heard and heard[-1][0] == "draft" and len(numbers) == confirmed:
            assert heard[-1][1] in waiting  # begun, confirmed, not sealed: it must be there
        for draft in waiting:
            reception.drafts.delete(draft)
        return len(numbers)
    finally:
        session.database.close()


def traces(office: ThrowAwayOffice) -> set[str]:
    """Return which planted words stand in any file that is left, as a thief reads it."""
    marks = needles(PEOPLE)
    files = (path for path in office.folder.parent.rglob("*") if path.is_file())
    return {word for path in files for word in found_in(path.read_bytes(), marks)}


def test_a_kill_at_any_moment_loses_nothing_confirmed(tmp_path: Path) -> None:
    office = build_office(tmp_path)
    draw = random.Random(27)  # noqa: S311 - the same moments each time, as far as a machine can
    visits = 0
    for _ in range(KILLS):
        work = day(office, visits, 0)
        heard = told(work, draw.randint(1, 6), draw.uniform(0, 0.03))
        visits = check(office, heard, visits)
    assert visits > 0
    assert traces(office) == set()


@pytest.mark.parametrize("fatal", range(1, 7))
def test_a_kill_before_any_write_reaches_the_disk_loses_nothing(tmp_path: Path, fatal: int) -> None:
    office = build_office(tmp_path)
    visits = 0
    for _ in range(2):
        heard = told(day(office, visits, fatal), 1000, 0)
        visits = check(office, heard, visits)
