"""A working day under strace creates local sockets only.

The window is traced in ``tests/console/demo/test_demo_office.py``.
"""

from __future__ import annotations

from pathlib import Path

from tests.fixtures.office import HEAD, OFFICER, PASSWORDS, ThrowAwayOffice
from tests.fixtures.socket_trace import socket_families_of_run

ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "tests/fixtures/register-lam-dong-2017-h1.xlsx"
_DAY = """
import sys
from pathlib import Path
from reception.hardening.memory_protection import harden_process
from reception.hardening.network_block import block_network
from reception.hardening.network_audit_hook import install_network_audit_hook
harden_process()
block_network()
install_network_audit_hook(print)
from tests.fixtures.office import FrozenClock, OFFICER, PASSWORDS
from tests.scenarios.planted_identities import form_of, planted
from reception.bootstrap import create_services
from reception.services.office.environment import Environment
from reception.services.access.unlocking import unlock
from reception.storage.crypto.password_hashing import DEMO_POLICY
from reception.storage.visits.register_reader import RegisterFilter
folder, state, user = sys.argv[1:]
environment = Environment(FrozenClock(), DEMO_POLICY, Path(state))
office = create_services(unlock(Path(folder), user, PASSWORDS[OFFICER], environment))
for index, person in enumerate(planted(6)):
    form = form_of(person, index)
    sealed = office.intake.seal_visit(form, office.intake.prepare(person, protected=form.protected))
    assert office.papers.citizen_papers(sealed, person)
    assert office.papers.statement(sealed, person)
assert office.register.page(RegisterFilter(text="duong"))
assert office.register_books.monthly_report(office.session.today()).pdf
office.session.close()
"""


def test_a_day_of_visits_creates_local_sockets_at_most(
    office: ThrowAwayOffice, tmp_path: Path
) -> None:
    arguments = ["-c", _DAY, str(office.folder), str(office.environment.state_folder)]
    arguments.append(office.user_id(OFFICER))
    assert socket_families_of_run(tmp_path / "day", arguments) <= {"AF_UNIX"}


def test_the_console_creates_local_sockets_at_most(office: ThrowAwayOffice, tmp_path: Path) -> None:
    common = ["--office", str(office.folder), "--demonstration", "--password-stdin"]
    arguments = ["-m", "reception.console.app", "import", *common, str(REGISTER)]
    made = socket_families_of_run(tmp_path / "console", arguments, PASSWORDS[HEAD] + "\n")
    assert made <= {"AF_UNIX"}


def test_the_trace_includes_sockets_of_a_child(tmp_path: Path) -> None:
    child = "import socket; socket.socket(socket.AF_INET)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    assert socket_families_of_run(tmp_path / "watched", ["-c", parent]) >= {"AF_INET"}
