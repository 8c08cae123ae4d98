"""``reception-admin`` as a process: its streams and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.console.console_stage import command_on, run_command, start_command
from tests.fixtures.office import HEAD, OFFICER, PASSWORDS, ThrowAwayOffice

ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "tests/fixtures/register-lam-dong-2017-h1.xlsx"
STRONG = "thuyền nan 7 mái chèo 93 gốc sung"


def test_help_is_in_vietnamese_and_english() -> None:
    vietnamese, english = run_command("--help"), run_command("--help", "--lang", "en")
    assert vietnamese.returncode == english.returncode == 0
    assert "lập sổ mới" in vietnamese.stdout
    assert "set up a new office" in english.stdout
    for command in ("init", "demo", "import", "report", "verify"):
        assert run_command(command, "--help").returncode == 0


def test_usage_is_two() -> None:
    for arguments in (["nothing"], [], ["init"], ["report", "--office", "x"]):
        assert run_command(*arguments).returncode == 2


def test_an_office_is_set_up_and_verified_with_the_real_cost(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    arguments = ("--office", str(folder), "--name", "Ban Tiếp công dân tỉnh", "--head", HEAD)
    made = start_command("init", *arguments, "--password-stdin", "--json", password=STRONG)
    assert made.returncode == 0, made.stderr
    facts = json.loads(made.stdout)
    assert (facts["recovery"], facts["readers"]) == (False, 0)
    again = run_command("init", *arguments, "--password-stdin", password=STRONG)
    assert again.returncode == 1
    assert "đã có một sổ" in again.stderr
    opened = ("--office", str(folder), "--password-stdin")
    assert start_command("verify", *opened, password=STRONG).returncode == 0
    wrong = run_command("verify", *opened, password="sai")
    assert wrong.returncode == 1
    assert "Sai mật khẩu" in wrong.stderr
    keyring = json.loads((folder / "keyring.json").read_text(encoding="utf-8"))
    assert keyring["accounts"][0]["memory_mib"] >= 256
    assert keyring["accounts"][0]["passes"] >= 3


@pytest.mark.parametrize(
    ("options", "said"),
    [((), "Chưa ai đọc được nội dung tố cáo"), (("--head-reads",), f"{HEAD} đọc được nội dung")],
)
def test_the_set_up_says_who_reads_denunciations(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    arguments = ("--office", str(tmp_path / "o"), "--name", "Ban", "--head", HEAD, *options)
    made = run_command("init", *arguments, "--password-stdin", password=STRONG)
    assert made.returncode == 0, made.stderr
    assert said in made.stdout


@pytest.mark.parametrize("choice", ["shares.txt", "./tờ.pdf", "C:\\tờ.docx", "-"])
def test_shares_never_go_into_a_file_or_a_pipe(tmp_path: Path, choice: str) -> None:
    folder = tmp_path / "office"
    arguments = ("--office", str(folder), "--name", "Ban", "--head", HEAD)
    made = run_command(
        "init", *arguments, "--recovery", choice, "--password-stdin", password=STRONG
    )
    assert made.returncode == 1
    assert not folder.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == []


def test_a_weak_password_is_refused_with_the_missing_entropy(tmp_path: Path) -> None:
    arguments = ("--office", str(tmp_path / "o"), "--name", "Ban", "--head", HEAD)
    made = run_command("init", *arguments, "--password-stdin", password="laichau123")
    assert made.returncode == 1
    assert HEAD in made.stderr
    assert not (tmp_path / "o").exists()


def test_the_published_figures_are_reproduced(office: ThrowAwayOffice, tmp_path: Path) -> None:
    done = run_command(
        *command_on(office, "import", "--json", str(REGISTER)), password=PASSWORDS[HEAD]
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["imported"] == 1647
    out = tmp_path / "01.json"
    period = ("--form", "01/TCD", "--from", "2017-01-01", "--to", "2017-06-30")
    for form in ("json", "xlsx", "pdf"):
        path = out.with_suffix("." + form)
        made = run_command(
            *command_on(office, "report", *period, "--format", form, "--out", str(path)),
            password=PASSWORDS[HEAD],
        )
        assert made.returncode == 0, made.stderr
        assert path.stat().st_size > 300
    document = json.loads(out.read_text(encoding="utf-8"))
    columns = document["columns"]
    published = {"1": 1647, "3": 1647, "4": 20, "5": 1147, "6": 1325, "7": 1147, "8": 10, "9": 54}
    published |= {"11": 500, "12": 761, "13": 500, "14": 10, "15": 75}
    assert {number: columns[number] for number in published} == published
    assert document["by_kind"] == {
        "complaint": 422,
        "denunciation": 15,
        "recommendation_or_feedback": 1210,
    }
    assert {k: document["outcome"][k] for k in ("guided", "accepted")} == {
        "guided": 987,
        "accepted": 660,
    }
    assert {"rule": "1=5+11+17", "holds": True} in document["checks"]
    assert all(check["holds"] for check in document["checks"])
    again = run_command(*command_on(office, "import", str(REGISTER)), password=PASSWORDS[HEAD])
    assert again.returncode == 1
    assert "đã nhập rồi" in again.stderr
    assert run_command(*command_on(office, "verify"), password=PASSWORDS[HEAD]).returncode == 0


def test_an_officer_without_the_right_imports_nothing(office: ThrowAwayOffice) -> None:
    done = run_command(
        *command_on(office, "import", str(REGISTER), who=OFFICER), password=PASSWORDS[OFFICER]
    )
    assert done.returncode == 1
    assert "chưa được giao việc" in done.stderr


def test_unknown_accounts_reversed_periods_and_missing_files_give_sentences(
    office: ThrowAwayOffice,
) -> None:
    wrong = [
        command_on(office, "verify", who="Ai Đó"),
        command_on(
            office, "report", "--form", "01/TCD", "--from", "2017-07-01", "--to", "2017-06-30"
        ),
        command_on(office, "import", "không-có.xlsx"),
    ]
    for arguments in wrong:
        done = run_command(*arguments, password=PASSWORDS[HEAD])
        assert done.returncode == 1
        assert done.stderr.strip().endswith(".")
        assert "Traceback" not in done.stderr
