"""The head accepts findings at the console, after reading them in a run before."""

from __future__ import annotations

import json
from pathlib import Path

from reception.domain.audit import Act
from tests.attacks.attacker import Attacker
from tests.console.console_stage import command_on, error_sentence_of, run_command
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice


def forge(office: ThrowAwayOffice) -> None:
    """Sign an entry of an act that needs a right that the colleague does not have."""
    office.open().close()
    with Attacker(office, COLLEAGUE).write(Act.BACKUPS_DESTROYED, "office"):
        pass


def test_findings_are_printed_accepted_by_their_number_and_stay_visible(
    office: ThrowAwayOffice,
) -> None:
    forge(office)
    found = run_command(*command_on(office, "verify", "--json"), password=PASSWORDS[HEAD])
    assert found.returncode == 1
    count = len(json.loads(found.stdout)["findings"])
    assert count == 1
    more = command_on(office, "verify", "--accept", str(count + 1))
    refused = run_command(*more, password=PASSWORDS[HEAD])
    assert refused.returncode == 1
    assert "Chưa ký nhận gì" in error_sentence_of(refused) or "Chưa ký nhận gì" in refused.stderr
    accept = command_on(office, "verify", "--accept", str(count))
    accepted = run_command(*accept, password=PASSWORDS[HEAD])
    assert accepted.returncode == 0, accepted.stderr
    assert "Đã ký nhận 1 chỗ" in accepted.stdout
    again = run_command(*command_on(office, "verify"), password=PASSWORDS[HEAD])
    assert again.returncode == 0, again.stderr
    assert "Đã được Trưởng ban nhận ngày" in again.stdout


def test_only_the_head_accepts(office: ThrowAwayOffice) -> None:
    forge(office)
    words = command_on(office, "verify", "--accept", "1", who=OFFICER)
    assert run_command(*words, password=PASSWORDS[OFFICER]).returncode == 1


def test_a_backup_says_that_the_log_has_findings(office: ThrowAwayOffice, tmp_path: Path) -> None:
    forge(office)
    place = tmp_path / "usb"
    place.mkdir()
    done = run_command(*command_on(office, "backup", "--to", str(place)), password=PASSWORDS[HEAD])
    assert done.returncode == 0, done.stderr
    assert "nhật ký có 1 chỗ không khớp" in done.stdout
    (backup,) = place.iterdir()
    restored = run_command(
        *["restore", "--from", str(backup), "--office", str(tmp_path / "new"), "--json"],
        *["--demonstration", "--password-stdin", "--user", HEAD],
        password=PASSWORDS[HEAD],
    )
    assert restored.returncode == 1
    assert json.loads(restored.stdout)["error"] == "backup.findings"
    assert "Chỗ đầu tiên: Mục" in restored.stderr
