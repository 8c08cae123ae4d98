"""``reception-admin roster``: rows by name, and nothing signed without the head's confirmation."""

from __future__ import annotations

import json

from tests.attacks.attacker import Attacker
from tests.console.console_stage import command_on, error_sentence_of, run_command
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice


def give_oneself_custody(office: ThrowAwayOffice) -> None:
    """Change the officer's row in the file."""
    with Attacker(office, COLLEAGUE).tamper() as database:
        database.execute("UPDATE member SET rights = 'custody' WHERE name = 'Trần Thị B'")


def test_a_register_that_matches_is_said_to_match(office: ThrowAwayOffice) -> None:
    done = run_command(*command_on(office, "roster"), password=PASSWORDS[HEAD])
    assert (done.returncode, done.stdout) == (0, "Sổ khớp danh sách người dùng số 1.\n")


def test_nobody_but_the_head_gets_in(office: ThrowAwayOffice) -> None:
    give_oneself_custody(office)
    done = run_command(
        *command_on(office, "roster", "--sign", who=OFFICER), password=PASSWORDS[OFFICER]
    )
    assert done.returncode == 1
    assert "không khớp danh sách số 1" in done.stderr
    assert "Trưởng ban" in error_sentence_of(done)


def test_without_the_option_rows_are_printed_and_nothing_is_signed(
    office: ThrowAwayOffice,
) -> None:
    give_oneself_custody(office)
    for _ in range(2):
        done = run_command(*command_on(office, "roster"), password=PASSWORDS[HEAD])
        assert done.returncode == 1
        (line,) = (text for text in done.stderr.splitlines() if text.startswith("- "))
        assert line.startswith(f"- {OFFICER}. Trong sổ: Giữ danh tính tố cáo")
        assert "Bạn đã ký: Ghi lượt tiếp" in line
        assert line.endswith("Khi ký: Trả lại đúng như đã ký.")
        assert error_sentence_of(done).startswith("Chưa ký")


def test_the_option_signs_what_is_printed(office: ThrowAwayOffice) -> None:
    give_oneself_custody(office)
    done = run_command(*command_on(office, "roster", "--sign", "--json"), password=PASSWORDS[HEAD])
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)
    assert (facts["code"], facts["signed"]) == ("roster.rows_differ", 2)
    assert [(row["person"], row["repair"]) for row in facts["rows"]] == [(OFFICER, "put_right")]
    verified = run_command(*command_on(office, "verify"), password=PASSWORDS[HEAD])
    assert verified.returncode == 0, verified.stderr


def test_other_commands_of_the_head_are_refused_until_then(office: ThrowAwayOffice) -> None:
    give_oneself_custody(office)
    done = run_command(*command_on(office, "verify"), password=PASSWORDS[HEAD])
    assert done.returncode == 1
    assert "không khớp danh sách số 1" in done.stderr
