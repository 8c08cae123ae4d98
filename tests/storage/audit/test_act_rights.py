"""Entries signed beside the program by somebody without the right, or on somebody else's rows."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlite

from reception.bootstrap import create_services
from reception.domain.audit import Act
from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from tests.attacks.attacker import Attacker
from tests.attacks.forged_visits import add_identity_version
from tests.fixtures.office import (
    COLLEAGUE,
    HEAD,
    OFFICER,
)
from tests.fixtures.visit_forms import PERSON
from tests.storage.audit.attacked_register import (
    DENUNCIATION,
    ORDINARY,
    SECOND,
    SELECTION,
    SUBJECT,
    VOIDED,
    Change,
    Register,
    nothing,
    register,
    sql,
)

__all__ = ["register"]


RIGHTS: dict[str, tuple[Act, Change, str]] = {
    "settings": (
        Act.SETTINGS_CHANGED,
        sql("UPDATE office SET value = '{}' WHERE key = 'settings'"),
        "office",
    ),
    "confirmation": (Act.VOID_CONFIRMED, nothing, f"visit {VOIDED}"),
    "number": (
        Act.NUMBER_SET,
        sql("INSERT INTO office VALUES ('first_number/2026', '9')"),
        "2026",
    ),
    "reveal": (Act.REVEALED, nothing, SUBJECT),
    "approval": (Act.REVEAL_GRANTED, nothing, SUBJECT),
    "denouncer": (Act.PROTECTED_REVEALED, nothing, f"visit {DENUNCIATION}"),
    "denouncer, approval": (Act.PROTECTED_REVEAL_GRANTED, nothing, f"visit {DENUNCIATION}"),
    "denouncer, refusal": (Act.PROTECTED_REVEAL_REFUSED, nothing, f"visit {DENUNCIATION}"),
    "denouncer, notice": (Act.OPENING_NOTED, nothing, f"visit {DENUNCIATION}"),
    "denouncer, expired": (Act.EXPIRED_REQUEST_SEEN, nothing, f"visit {DENUNCIATION}"),
}


@pytest.mark.parametrize(("act", "change", "subject"), RIGHTS.values(), ids=RIGHTS)
def test_an_act_without_its_right_is_found(
    register: Register, act: Act, change: Change, subject: str
) -> None:
    register.attack(COLLEAGUE, act, change, subject, number=9)
    assert "act.right" in register.codes()


def test_only_a_custodian_lowers_the_protection(register: Register) -> None:
    subject = f"visit {DENUNCIATION}"
    register.attack(HEAD, Act.VISIT_RECLASSIFIED, nothing, subject, down=True, kind="complaint")
    assert "act.right" in register.codes()


def test_an_entry_of_a_suspended_member_is_found(register: Register) -> None:
    head = create_services(register.office.open(HEAD))
    attacker = Attacker(register.office, COLLEAGUE)
    head.staff.accounts.suspend(attacker.user_id)
    head.session.close()
    with attacker.write(Act.LOCKED):
        pass
    assert register.codes() == {"act.actor_inactive"}


def test_a_forged_identity_of_a_colleagues_visit_is_found_and_never_opened(
    register: Register,
) -> None:
    office_id = Attacker(register.office, COLLEAGUE).office_id
    register.attack(
        COLLEAGUE,
        Act.LOCKED,
        lambda db: add_identity_version(db, office_id, ORDINARY, PERSON),
    )
    assert "act.table" in register.codes()
    head = create_services(register.office.open(HEAD))
    for visit in (ORDINARY, SECOND):  # nothing at all is opened after a bad entry
        with pytest.raises(ReceptionError, match=r"log\.walk_failed"):
            head.reveals.open(visit, SELECTION)
    head.session.close()


def test_a_later_identity_comes_from_the_receiver_or_a_holder_of_the_vault(
    register: Register,
) -> None:
    office_id = Attacker(register.office, COLLEAGUE).office_id

    def forge(database: sqlite.Connection) -> None:
        add_identity_version(database, office_id, ORDINARY, PERSON)
        database.execute(
            "INSERT INTO visit_event VALUES (?, 1, 'identity_corrected', '2026-11-19', ?, "
            "'other', '', '{}', 1)",
            (ORDINARY, register.office.user_id(COLLEAGUE)),
        )

    register.attack(COLLEAGUE, Act.VISIT_CORRECTED, forge, SUBJECT, identity=True)
    (finding,) = register.findings()
    assert (finding.code, finding.table) == ("act.owner", "sealed_value")


def test_somebody_elses_request_is_not_ended_and_ones_own_not_granted(register: Register) -> None:
    desk = create_services(register.office.open(OFFICER))
    desk.reveal_requests.ask(ORDINARY, SELECTION)
    desk.session.close()
    withdraw = sql("UPDATE reveal_request SET state = 'withdrawn'")
    register.attack(COLLEAGUE, Act.REVEAL_WITHDRAWN, withdraw, SUBJECT)
    assert "act.owner" in register.codes()
    grant = sql("UPDATE reveal_request SET state = 'granted'")
    register.attack(OFFICER, Act.REVEAL_GRANTED, grant, SUBJECT)
    found = [finding for finding in register.findings() if finding.code == "act.owner"]
    assert [finding.act for finding in found] == [Act.REVEAL_WITHDRAWN, Act.REVEAL_GRANTED]


@pytest.mark.parametrize("roster", [0, 2])  # 2: the actor had the right then
def test_an_entry_that_names_an_older_roster_is_found_and_not_trusted(
    register: Register, roster: int
) -> None:
    head = create_services(register.office.open(HEAD))
    user_id = register.office.user_id(COLLEAGUE)
    rights = head.session.people[user_id].rights
    head.staff.rights.change(user_id, rights | {Right.MANAGE}, rights)
    head.staff.rights.change(user_id, rights, rights | {Right.MANAGE})
    head.session.close()
    attacker = Attacker(register.office, COLLEAGUE)
    attacker.entry_roster = roster
    for _ in range(2):  # the second one does not fall behind the first
        with attacker.write(Act.VOID_CONFIRMED, f"visit {VOIDED}") as database:
            database.execute(
                "INSERT INTO visit_event SELECT ?, max(position) + 1, 'void_confirmed', "
                "'2026-11-19', ?, '', '', '{}', 1 FROM visit_event WHERE visit_id = ?",
                (VOIDED, user_id, VOIDED),
            )
    found = register.findings()
    assert [finding.code for finding in found] == ["roster.fell"] * 2


def test_an_entry_under_keys_that_were_replaced_is_found(register: Register) -> None:
    attacker = Attacker(register.office, COLLEAGUE)
    head = create_services(register.office.open(HEAD))
    head.staff.accounts.set_new_password(attacker.user_id, "thuyền nan 7 mái chèo 93 gốc sung")
    head.session.close()
    attacker.generation = 1
    with attacker.write(Act.LOCKED):
        pass
    assert register.codes() == {"act.old_key"}
