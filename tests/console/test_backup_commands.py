"""``backup`` and ``restore`` at the console: folders in, exit status and sentences out."""

from __future__ import annotations

import json
from pathlib import Path

from reception.bootstrap import create_services
from tests.console.console_stage import command_on, error_sentence_of, run_command
from tests.fixtures.backup_location import set_backup_locations
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice


def restore(backup: str, folder: Path, secret: str, *more: str):
    """Run ``restore`` for the head of a throw-away office."""
    words = ["restore", "--from", backup, "--office", str(folder), "--demonstration"]
    return run_command(*words, "--password-stdin", "--user", HEAD, *more, password=secret)


def test_a_register_is_backed_up_to_a_folder_and_restored(
    office: ThrowAwayOffice, tmp_path: Path
) -> None:
    place = tmp_path / "usb"
    place.mkdir()
    words = command_on(office, "backup", "--to", str(place), "--json", who=OFFICER)
    refused = run_command(*words, password=PASSWORDS[OFFICER])
    assert refused.returncode == 1
    assert str(place) in error_sentence_of(refused)
    assert list(place.iterdir()) == []
    set_backup_locations(office, place)
    done = run_command(*words, password=PASSWORDS[OFFICER])
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)
    assert Path(facts["backup"]).parent == place
    assert facts["counts"]["visits"] == 0
    new = tmp_path / "new" / "office"
    done = restore(facts["backup"], new, PASSWORDS[HEAD], "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["counts"] == facts["counts"]
    verified = run_command(
        *["verify", "--office", str(new), "--demonstration", "--password-stdin", "--user", HEAD],
        password=PASSWORDS[HEAD],
    )
    assert verified.returncode == 0, verified.stderr


def test_a_failed_command_prints_the_cause_and_leaves_nothing(
    office: ThrowAwayOffice, tmp_path: Path
) -> None:
    done = run_command(
        *command_on(office, "backup", "--to", str(tmp_path / "gone")), password=PASSWORDS[HEAD]
    )
    assert done.returncode == 1
    assert "Cắm USB" in error_sentence_of(done)
    new = tmp_path / "new"
    done = restore(str(tmp_path), new, PASSWORDS[HEAD])
    assert done.returncode == 1
    assert "sao-luu-" in error_sentence_of(done)
    assert not new.exists()


def test_in_place_the_present_office_is_kept(office: ThrowAwayOffice, tmp_path: Path) -> None:
    place = tmp_path / "usb"
    place.mkdir()
    done = run_command(
        *command_on(office, "backup", "--to", str(place), "--json"), password=PASSWORDS[HEAD]
    )
    backup = json.loads(done.stdout)["backup"]
    refused = restore(backup, office.folder, PASSWORDS[HEAD])
    assert refused.returncode == 1
    assert "đã có tệp" in error_sentence_of(refused)
    done = restore(backup, office.folder, PASSWORDS[HEAD], "--in-place", "--json")
    assert done.returncode == 0, done.stderr
    kept = Path(json.loads(done.stdout)["kept"])
    assert (kept / "register.db").exists()
    verified = run_command(*command_on(office, "verify"), password=PASSWORDS[HEAD])
    assert verified.returncode == 0, verified.stderr
    assert "khôi phục" in verified.stderr


def test_people_are_confirmed_by_name_when_the_backup_is_older_than_the_roster(
    office: ThrowAwayOffice, tmp_path: Path
) -> None:
    place = tmp_path / "usb"
    place.mkdir()
    done = run_command(
        *command_on(office, "backup", "--to", str(place), "--json"), password=PASSWORDS[HEAD]
    )
    backup = json.loads(done.stdout)["backup"]
    head = create_services(office.open(HEAD))
    head.staff.accounts.suspend(office.user_id(COLLEAGUE))
    head.session.close()
    register = office.folder / "register.db"
    register.write_bytes(register.read_bytes()[:5000])
    refused = restore(backup, office.folder, PASSWORDS[HEAD], "--in-place")
    assert refused.returncode == 1
    assert f"{CUSTODIAN}: " in refused.stderr
    assert "Giữ danh tính tố cáo" in refused.stderr
    assert COLLEAGUE not in refused.stderr
    wrong = restore(backup, office.folder, PASSWORDS[HEAD], "--in-place", "--confirm", COLLEAGUE)
    assert wrong.returncode == 1
    confirmed = ("--confirm", OFFICER, "--confirm", CUSTODIAN)
    done = restore(backup, office.folder, PASSWORDS[HEAD], "--in-place", *confirmed)
    assert done.returncode == 0, done.stderr
    for name in (OFFICER, CUSTODIAN):
        office.open(name).close()


def test_a_stick_that_is_out_is_asked_for_and_usage_is_two(office: ThrowAwayOffice) -> None:
    done = run_command(*command_on(office, "backup", "--to", "usb:LUU-A"), password=PASSWORDS[HEAD])
    assert done.returncode == 1
    assert "USB LUU-A" in error_sentence_of(done)
    assert run_command("backup", "--office", str(office.folder)).returncode == 2
    assert run_command("restore", "--office", str(office.folder)).returncode == 2
    for language, word in (("vi", "giữ lại"), ("en", "kept")):
        helped = run_command("restore", "--help", "--lang", language)
        assert helped.returncode == 0
        assert word in helped.stdout
