"""What honest people do never ends in a refusal by the roster."""

from __future__ import annotations

from reception.bootstrap import create_services
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from tests.attacks.kept_copies import KeptCopy
from tests.attacks.old_office import ACTIVE, OLD_PASSWORDS, SUSPENDED, OldOffice
from tests.attacks.outcomes import findings, receive, signed_in
from tests.attacks.roster_stage import change_rights
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER

_REASON = "Thay người giữ cũ đi học sáu tháng"


def work_for_a_month(office: OldOffice) -> int:
    """Let head and custodian change the roster several times; return its number."""
    for reveal in (True, False, True):
        office.clock.move(days=7)
        change_rights(office, COLLEAGUE, reveal=reveal)
    with signed_in(office, CUSTODIAN) as custodian:
        user_id = office.user_id(COLLEAGUE)
        custodian.staff.custody.grant(user_id, OLD_PASSWORDS[HEAD], _REASON)
        custodian.staff.custody.revoke(user_id, OLD_PASSWORDS[HEAD], _REASON)
    office.clock.move(days=9)
    with signed_in(office, HEAD) as head:
        head.staff.accounts.reinstate(office.user_id(SUSPENDED))
        return head.session.roster.number


def test_a_member_away_for_a_month_opens_and_works(office: OldOffice) -> None:
    before = office.open(OFFICER)
    number = before.roster.number
    before.close()
    now = work_for_a_month(office)
    assert now >= number + 6
    with signed_in(office, OFFICER) as officer:
        assert officer.session.roster.number == now
        receive(officer, PetitionKind.DENUNCIATION)
    office.open_and_close(*ACTIVE, SUSPENDED)
    assert findings(office) == ()


def test_a_machine_that_was_away_for_a_month_opens(office: OldOffice) -> None:
    """Its state folder is older than the register; so is one after a power cut."""
    copy = KeptCopy(office)
    work_for_a_month(office)
    copy.put_back_state()
    office.open_and_close(*ACTIVE)


def test_a_machine_without_state_opens(office: OldOffice) -> None:
    work_for_a_month(office)
    for path in (office.environment.state_folder / "anchors").iterdir():
        path.unlink()
    office.open_and_close(*ACTIVE)


def test_a_keyring_older_than_the_last_unlocks_opens(office: OldOffice) -> None:
    """The blobs rise at everybody's unlock; a lower one is normal."""
    change_rights(office, COLLEAGUE, reveal=True)
    copy = KeptCopy(office)
    office.open_and_close(*ACTIVE)
    copy.put_back_keyring()
    office.open_and_close(*ACTIVE)


def test_console_and_window_of_the_head_take_turns(office: OldOffice) -> None:
    user_id = office.user_id(COLLEAGUE)
    window = create_services(office.open(HEAD))
    console = create_services(office.open(HEAD))
    for turn in range(4):
        one, other = (window, console) if turn % 2 else (console, window)
        one.session.refresh()
        rights = one.session.people[user_id].rights
        one.staff.rights.change(user_id, rights ^ {Right.REVEAL}, rights)
        receive(other, PetitionKind.COMPLAINT)
    assert window.session.roster.number == console.session.roster.number
    window.session.close()
    console.session.close()
    office.open_and_close(*ACTIVE)
    assert findings(office) == ()


def test_a_window_goes_on_beside_a_console_that_changes_accounts(office: OldOffice) -> None:
    with signed_in(office, OFFICER) as window:
        with signed_in(office, HEAD) as console:
            console.staff.accounts.reinstate(office.user_id(SUSPENDED))
            receive(window, PetitionKind.DENUNCIATION)
            console.staff.accounts.set_new_password(
                office.user_id(COLLEAGUE), "thuyền nan 7 mái chèo 93 gốc sung"
            )
            receive(window, PetitionKind.DENUNCIATION)
        receive(window, PetitionKind.COMPLAINT)
    office.open_and_close(OFFICER, CUSTODIAN, HEAD, SUSPENDED)
    assert findings(office) == ()
