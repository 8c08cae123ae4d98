"""Every console command against one table: help, usage, failure, success, JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reception.console.command_line import build_parser
from reception.console.command_runner import run as run_here
from reception.console.commands import COMMANDS
from reception.console.demo import demo_office
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.access.unlocking import unlock
from tests.console.console_stage import (
    ROOT,
    command_on,
    error_sentence_of,
    run_command,
    start_command,
)
from tests.fixtures.office import HEAD, PASSWORDS, ThrowAwayOffice
from tests.fixtures.workbooks import register_row, register_workbook

STRONG = "thuyền nan 7 mái chèo 93 gốc sung"
ENGLISH_OF_ARGPARSE = ("usage", "options:", "positional", "show this", "argument", "required")
# Of each command: an argument it cannot go without, and one that it refuses as usage.
USAGE = {
    "init": (["--name", "Ban"], ["--recovery"]),
    "demo": ([], ["--out"]),
    "import": (["--office", "x"], ["--preview=yes"]),
    "report": (["--office", "x", "--form", "01/TCD", "--from", "2017-01-01"], ["--format", "doc"]),
    "verify": ([], ["--deep"]),
    "backup": (["--office", "x"], ["--everything"]),
    "restore": (["--office", "x"], ["--over"]),
    "roster": ([], ["--all"]),
}


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A small workbook with two people who can be known again."""
    path = tmp_path / "sổ.xlsx"
    other = {"person": "Lò Zơnít Hẻnh, bản Hốtzim, xã Sìn Hồ", "paper": "012190998866"}
    path.write_bytes(register_workbook([register_row(1), register_row(2, **other)]))
    return path


def test_the_table_names_every_command() -> None:
    assert set(USAGE) == set(COMMANDS)


@pytest.mark.parametrize("command", ["", *USAGE])
def test_help_is_of_one_language(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for language in ("vi", "en"):
        words = [command] if command else []
        with pytest.raises(SystemExit) as ended:
            build_parser(language).parse_args([*words, "--help"])
        assert ended.value.code == 0
        texts.append(capsys.readouterr().out)
    vietnamese, english = texts
    assert vietnamese.startswith("cách dùng: reception-admin")
    assert english.startswith("usage: reception-admin")
    assert not [word for word in ENGLISH_OF_ARGPARSE if word in vietnamese]
    assert english.isascii()
    assert len(vietnamese.splitlines()) > 5


@pytest.mark.parametrize("command", USAGE)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_wrong_arguments_are_a_usage_error(
    command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = USAGE[command]
    for words in ([command, *good, *bad], [command, *good, "--không-có"]):
        with pytest.raises(SystemExit) as ended:
            run_here([*words, "--lang", language])
        assert ended.value.code == 2
        said = capsys.readouterr()
        assert said.out == ""
        first, last = said.err.strip().splitlines()[0], said.err.strip().splitlines()[-1]
        assert first.startswith("cách dùng:" if language == "vi" else "usage:")
        assert last.startswith("reception-admin")
        if language == "vi":
            assert not [word for word in ENGLISH_OF_ARGPARSE if word in said.err]


@pytest.mark.parametrize(
    "bad", [("--from", "31/02"), ("--to", "2017-02-30"), ("--form", "9/X"), ("--format", "doc")]
)
def test_a_day_or_a_form_that_is_none_is_usage(tmp_path: Path, bad: tuple[str, str]) -> None:
    good = {"--form": "01/TCD", "--from": "2017-01-01", "--to": "2017-06-30", "--format": "json"}
    words = [part for pair in {**good, bad[0]: bad[1]}.items() for part in pair]
    done = run_command("report", "--office", str(tmp_path), *words)
    assert done.returncode == 2
    assert bad[0] in done.stderr
    assert bad[1] in done.stderr


@pytest.mark.parametrize("command", ["import", "report", "verify"])
@pytest.mark.parametrize("fault", ["password", "bytes", "none", "folder", "user"])
def test_a_failure_exits_with_one_and_its_reason(
    office: ThrowAwayOffice, register: Path, command: str, fault: str
) -> None:
    rest = {
        "import": [str(register)],
        "report": ["--form", "01/TCD", "--from", "2026-01-01", "--to", "2026-06-30"],
        "verify": [],
    }[command]
    words = command_on(office, command, "--json", *rest, who="Ai Đó" if fault == "user" else HEAD)
    if fault == "folder":
        words[words.index(str(office.folder))] = str(office.folder.parent / "không")
    secret = {"password": "sai", "bytes": b"\xff\xfe", "none": ""}.get(fault, PASSWORDS[HEAD])
    done = run_command(*words, password=secret)
    assert done.returncode == 1
    problem = json.loads(done.stdout)
    assert problem["sentence"] == error_sentence_of(done)
    assert "." in problem["error"]


def test_a_failed_init_prints_the_cause_and_creates_nothing(tmp_path: Path) -> None:
    wrong = {
        ("--name", " ", "--head", HEAD): STRONG,
        ("--name", "Ban", "--head", " "): STRONG,
        ("--name", "Ban", "--head", HEAD): "laichau123",
        ("--name", "Ban", "--head", HEAD, "--recovery", "a.txt"): STRONG,
        ("--name", "Ban", "--head", HEAD, "--recovery", "khong-co-may-in"): STRONG,
    }
    for words, secret in wrong.items():
        folder = tmp_path / "office"
        done = run_command(
            "init", "--office", str(folder), *words, "--password-stdin", password=secret
        )
        assert done.returncode == 1
        assert error_sentence_of(done)
        assert not folder.exists()


def test_output_for_programs_is_json(office: ThrowAwayOffice, register: Path) -> None:
    secret = PASSWORDS[HEAD]
    period = ["--form", "01/TCD", "--from", "2021-01-01", "--to", "2021-12-31"]
    for words, key in (
        (["import", "--preview", str(register)], "rows"),
        (["import", str(register)], "imported"),
        (["report", *period], "columns"),
        (["report", *period, "--out", "-"], "columns"),
        (["report", *period, "--out", str(register.with_suffix(".json"))], "out"),
        (["verify"], "intact"),
    ):
        done = run_command(*command_on(office, words[0], "--json", *words[1:]), password=secret)
        assert done.returncode == 0, done.stderr
        assert key in json.loads(done.stdout), words


def test_a_damaged_register_gives_an_error_on_stderr_also_with_json(
    office: ThrowAwayOffice,
) -> None:
    session = office.open()
    session.database.execute("UPDATE office SET value = '{}' WHERE key = 'settings'")
    session.database.close()
    done = run_command(*command_on(office, "verify", "--json"), password=PASSWORDS[HEAD])
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert found["intact"] is False
    assert found["findings"][0][0] == "record.changed"
    assert "settings" in error_sentence_of(done)


def test_tags_of_an_import_can_be_made_at_once(office: ThrowAwayOffice, register: Path) -> None:
    words = command_on(office, "import", "--json", "--tags-now", str(register))
    done = run_command(*words, password=PASSWORDS[HEAD])
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)
    assert (facts["imported"], facts["tags_waiting"]) == (2, 0)
    session = office.open(HEAD)
    database = session.database
    assert database.one("SELECT count(DISTINCT visit_id) FROM blind_tag")[0] == 2
    assert database.one("SELECT count(*) FROM tag_queue")[0] == 0
    assert not list((office.folder / "drafts").glob("*.key"))
    session.close()


def test_without_the_option_the_tags_are_made_later(
    office: ThrowAwayOffice, register: Path
) -> None:
    done = run_command(
        *command_on(office, "import", "--json", str(register)), password=PASSWORDS[HEAD]
    )
    assert json.loads(done.stdout)["tags_waiting"] == 2
    session = office.open(HEAD)
    assert session.database.one("SELECT count(*) FROM blind_tag")[0] == 0
    session.close()


def test_wrong_passwords_delay_the_console_too(office: ThrowAwayOffice) -> None:
    assert run_command(*command_on(office, "verify"), password="sai").returncode == 1
    door = read_pre_unlock_state(office.folder, office.environment.state_folder)
    assert door.delays[office.user_id(HEAD)] == 1
    done = run_command(*command_on(office, "verify"), password=PASSWORDS[HEAD])
    assert done.returncode == 0
    assert "chờ 1 giây" in done.stderr


def test_warnings_of_an_unlock_are_shown(office: ThrowAwayOffice) -> None:
    done = run_command(*command_on(office, "verify", "--json"), password=PASSWORDS[HEAD])
    assert "Chưa có tờ khôi phục" in done.stderr
    assert json.loads(done.stdout)["intact"] is True


def test_a_full_disk_behind_the_output_is_a_sentence(office: ThrowAwayOffice) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run_command(
            *command_on(office, "verify"), password=PASSWORDS[HEAD], stdout=full.fileno()
        )
    assert done.returncode == 1
    assert error_sentence_of(done)
    assert "Exception" not in done.stderr


def test_a_closed_pipe_gives_no_traceback(office: ThrowAwayOffice) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run_command(
        *command_on(office, "verify", "--json"), password=PASSWORDS[HEAD], stdout=writing
    )
    os.close(writing)
    assert done.returncode == 1
    assert "Exception" not in done.stderr
    assert error_sentence_of(done)


def test_a_terminal_of_another_encoding_changes_no_password(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "XDG_STATE_HOME": str(tmp_path)}
    words = ("--office", str(tmp_path / "o"), "--name", "Ban", "--head", HEAD, "--password-stdin")
    done = start_command("init", *words, password=STRONG, environment=environment)
    assert done.returncode == 0, done.stderr
    assert HEAD in done.stdout
    (account,) = read_pre_unlock_state(tmp_path / "o", tmp_path / "reception").accounts
    world = demo_office.demonstration_environment(tmp_path / "o")
    unlock(tmp_path / "o", account[0], STRONG, world).database.close()


class _Told(Exception):
    """A fault whose message holds personal data."""


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (_Told("Giàng A Páo 012068000123"), "_Told"),
        (KeyboardInterrupt("Giàng A Páo"), "Đã dừng"),
    ],
)
def test_a_fault_shows_code_locations_only(
    office: ThrowAwayOffice,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: BaseException,
    says: str,
) -> None:
    def broken(options: object) -> None:
        del options
        raise fault

    monkeypatch.setitem(COMMANDS, "verify", broken)
    assert run_here(command_on(office, "verify")) == 1
    said = capsys.readouterr()
    assert "Páo" not in said.out + said.err
    assert "0120" not in said.out + said.err
    assert says in said.err


def test_the_process_is_hardened_before_other_modules_load() -> None:
    code = (
        "import sys, reception.console.app\n"
        "print([n for n in ('sqlcipher3', 'nacl', 'reception.bootstrap', 'socket')"
        " if n in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "[]"
