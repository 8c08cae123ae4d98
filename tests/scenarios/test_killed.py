"""The program is killed during a working day: confirmed visits are complete, no part of another."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from reception.bootstrap import create_services
from reception.services.access.unlocking import unlock
from reception.services.office.environment import Environment
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.fixtures.fork_server import ForkedProgram
from tests.fixtures.office import (
    OFFICER,
    PASSWORDS,
    FrozenClock,
    ThrowAwayOffice,
    build_office,
)
from tests.scenarios.planted_identities import form_of, planted
from tests.scenarios.trace_search import identifying_words, words_found_in

KILLS = 14
PEOPLE = planted(64)


def work() -> None:
    """Seal one visit after another in this process, each after a draft; print what is confirmed."""
    folder, state, user, first, fatal = sys.argv[1:]
    if int(fatal):
        _kill_before_flush(int(fatal))
    environment = Environment(FrozenClock(), DEMO_POLICY, Path(state))
    reception = create_services(unlock(Path(folder), user, PASSWORDS[OFFICER], environment))
    _say("open")
    for index in range(int(first), len(PEOPLE)):
        draft = reception.drafts.create()
        reception.drafts.save(draft, {"person": {"name": PEOPLE[index].name}})
        _say("draft", draft)
        form = form_of(PEOPLE[index], index)
        ready = reception.intake.prepare(PEOPLE[index], protected=form.protected)
        _say("sealed", reception.intake.seal_visit(form, ready, draft).visit.number)


def _say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201 - read by the test


def _kill_before_flush(fatal: int) -> None:
    """Kill this process before its ``fatal``-th write is on the disk, as a power cut does."""
    flush, remaining = os.fsync, iter(range(fatal - 1))

    def counted_flush(descriptor: int) -> None:
        if next(remaining, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        flush(descriptor)

    os.fsync = counted_flush


def output_until_killed(
    office: ThrowAwayOffice, first: int, fatal: int, lines: int, delay: float
) -> list[list[str]]:
    """Let a process work; read some lines, wait, kill it; return the words of every line printed.

    It begins with the ``first`` person, and is killed at the ``fatal``-th write (0: not there).
    ``delay`` is the wait in seconds.
    """
    words = [str(office.folder), str(office.environment.state_folder), office.user_id(OFFICER)]
    reading, writing = os.pipe()
    with open(os.devnull, "r+b") as nothing:
        streams = (nothing.fileno(), writing, nothing.fileno())
        process = ForkedProgram(f"{__name__}:work", [*words, str(first), str(fatal)], streams)
    os.close(writing)
    output: list[list[str]] = []
    with os.fdopen(reading, encoding="utf-8") as stream:
        for line in stream:
            output.append(line.split())
            if len(output) == lines:
                time.sleep(delay)
                process.kill()
    assert process.wait() == -signal.SIGKILL
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
        output = output_until_killed(
            office, visits, 0, random_source.randint(1, 6), random_source.uniform(0, 0.03)
        )
        visits = check_after_kill(office, output, visits)
    assert visits > 0
    assert planted_words_in_files(office) == set()


@pytest.mark.parametrize("fatal", range(1, 7))
def test_a_kill_before_any_write_reaches_the_disk_loses_nothing(tmp_path: Path, fatal: int) -> None:
    office = build_office(tmp_path)
    visits = 0
    for _ in range(2):
        output = output_until_killed(office, visits, fatal, 1000, 0)
        visits = check_after_kill(office, output, visits)
