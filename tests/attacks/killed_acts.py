"""Acts that change the roster, in a child process that is killed before one of its writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reception.bootstrap import Reception, create_services
from reception.domain.staff import Right
from reception.services.office.environment import Environment
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.attacks.old_office import OLD_PASSWORDS, SUSPENDED, OldOffice
from tests.fixtures.killed_program import KilledProgram, count_steps, words_of_act
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, FrozenClock

NEW_PASSWORD = "thuyền nan 7 mái chèo 93 gốc sung"
_REASON = "Thay người giữ cũ đi học sáu tháng"


def give_reveal(reception: Reception, office: OldOffice) -> None:
    """Give the colleague the right to reveal, with the key of ``desk``."""
    user_id = office.user_id(COLLEAGUE)
    rights = reception.session.people[user_id].rights
    reception.staff.rights.change(user_id, rights | {Right.REVEAL}, rights)


def suspend(reception: Reception, office: OldOffice) -> None:
    """Suspend the colleague."""
    reception.staff.accounts.suspend(office.user_id(COLLEAGUE))


def reinstate(reception: Reception, office: OldOffice) -> None:
    """Let the suspended person in again."""
    reception.staff.accounts.reinstate(office.user_id(SUSPENDED))


def set_password(reception: Reception, office: OldOffice) -> None:
    """Give the colleague new keys behind a new password."""
    reception.staff.accounts.set_new_password(office.user_id(COLLEAGUE), NEW_PASSWORD)


def grant_custody(reception: Reception, office: OldOffice) -> None:
    """Give the colleague custody, in the custodian's session."""
    user_id = office.user_id(COLLEAGUE)
    reception.staff.custody.grant(user_id, OLD_PASSWORDS[HEAD], _REASON)


def nothing(reception: Reception, office: OldOffice) -> None:
    """Only unlock and close: the own blob and the machine's roster rise."""
    del reception, office


ACTS: dict[str, tuple[str, Callable[[Reception, OldOffice], None]]] = {
    "give reveal": (HEAD, give_reveal),
    "suspend": (HEAD, suspend),
    "reinstate": (HEAD, reinstate),
    "set password": (HEAD, set_password),
    "grant custody": (CUSTODIAN, grant_custody),
    "unlock": (OFFICER, nothing),
}


def killed_acts() -> KilledProgram:
    """Return the acts as a program; its words: act, folder, state folder, time."""
    return KilledProgram(f"{__name__}:main")


def words_for(act: str, office: OldOffice) -> tuple[object, ...]:
    """Return the words of an act on an office."""
    return act, office.folder, office.environment.state_folder, office.clock.at.isoformat()


def main() -> None:
    """Do an act in this process, which counts its steps."""
    act, folder, state, at = words_of_act()
    clock = FrozenClock(datetime.fromisoformat(at))
    office = OldOffice(Path(folder), Environment(clock, DEMO_POLICY, Path(state)), clock)
    name, do_act = ACTS[act]
    if do_act is nothing:
        count_steps()
        office.open(name).close()
        return
    reception = create_services(office.open(name))
    count_steps()
    do_act(reception, office)
