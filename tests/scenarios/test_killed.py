"""The program is killed during a working day: confirmed visits are complete, no part of another."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reception.bootstrap import create_services
from tests.fixtures.office import OFFICER, PASSWORDS, ThrowAwayOffice, build_office
from tests.scenarios.planted_identities import planted
from tests.scenarios.trace_search import identifying_words, words_found_in

ROOT = Path(__file__).resolve().parents[2]
KILLS = 14
PEOPLE = planted(64)
_DAY = """
import os, signal, sys
from pathlib import Path
from reception.bootstrap import create_services
from reception.services.office.environment import Environment
from reception.services.access.unlocking import unlock
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.fixtures.office import FrozenClock
from tests.scenarios.planted_identities import form_of, planted
folder, state, user, password, first, fatal = sys.argv[1:]
real_fsync, remaining_writes = os.fsync, int(fatal)
def fsync(handle):
    global remaining_writes
    remaining_writes -= 1
    if remaining_writes == 0:
        os.kill(os.getpid(), signal.SIGKILL)  # a power cut before this write is on the disk
    real_fsync(handle)
if remaining_writes:
    os.fsync = fsync
environment = Environment(FrozenClock(), DEMO_POLICY, Path(state))
reception = create_services(unlock(Path(folder), user, password, environment))
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


def start_day(office: ThrowAwayOffice, first: int, fatal: int) -> subprocess.Popen[str]:
    """Start a working day in a child process, killed at the ``fatal``-th write (0: never)."""
    arguments = [str(office.folder), str(office.environment.state_folder), office.user_id(OFFICER)]
    arguments += [PASSWORDS[OFFICER], str(first), str(fatal)]
    return subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", _DAY, *arguments], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def output_until_killed(
    process: subprocess.Popen[str], lines: int, delay: float
) -> list[list[str]]:
    """Read some lines, wait, then kill the process; return the words of every line printed.

    ``delay`` is the wait in seconds.
    """
    output: list[list[str]] = []
    with process:
        for line in process.stdout or ():
            output.append(line.split())
            if len(output) == lines:
                time.sleep(delay)
                process.kill()
    assert process.returncode == -signal.SIGKILL
    return output


def check_after_kill(office: ThrowAwayOffice, output: list[list[str]], before: int) -> int:
    """Open the office, compare it with the confirmations printed; return the number of visits."""
    session = office.open(OFFICER)
    reception = create_services(session)
    try:
        numbers = [row[0] for row in session.database.query("SELECT number FROM visit ORDER BY 1")]
        assert numbers == list(range(1, len(numbers) + 1))
        confirmed = max((int(words[1]) for words in output if words[0] == "sealed"), default=before)
        assert confirmed <= len(numbers) <= confirmed + 1
        verification = reception.log_verification.verify()
        assert verification.intact, verification
        for table in ("petition", "sealed_value"):
            column = "visit_id" if table == "petition" else "CAST(owner_row AS INTEGER)"
            query = f"SELECT count(DISTINCT {column}) FROM {table}"  # noqa: S608 - names of this file
            assert session.database.one(query)[0] == len(numbers)
        drafts = {words[1] for words in output if words[0] == "draft"}
        stored_drafts = {draft.draft_id for draft in reception.drafts.own_drafts()}
        assert len(stored_drafts & drafts) <= 1
        if output and output[-1][0] == "draft" and len(numbers) == confirmed:
            assert output[-1][1] in stored_drafts  # confirmed, its visit not sealed
        for draft in stored_drafts:
            reception.drafts.delete(draft)
        return len(numbers)
    finally:
        session.database.close()


def planted_words_in_files(office: ThrowAwayOffice) -> set[str]:
    """Return the planted words in the bytes of any file below the office's parent folder."""
    wanted = identifying_words(PEOPLE)
    files = (path for path in office.folder.parent.rglob("*") if path.is_file())
    return {word for path in files for word in words_found_in(path.read_bytes(), wanted)}


def test_a_kill_at_any_moment_loses_nothing_confirmed(tmp_path: Path) -> None:
    office = build_office(tmp_path)
    random_source = random.Random(27)  # noqa: S311 - about the same moments in each run
    visits = 0
    for _ in range(KILLS):
        process = start_day(office, visits, 0)
        output = output_until_killed(
            process, random_source.randint(1, 6), random_source.uniform(0, 0.03)
        )
        visits = check_after_kill(office, output, visits)
    assert visits > 0
    assert planted_words_in_files(office) == set()


@pytest.mark.parametrize("fatal", range(1, 7))
def test_a_kill_before_any_write_reaches_the_disk_loses_nothing(tmp_path: Path, fatal: int) -> None:
    office = build_office(tmp_path)
    visits = 0
    for _ in range(2):
        output = output_until_killed(start_day(office, visits, fatal), 1000, 0)
        visits = check_after_kill(office, output, visits)
