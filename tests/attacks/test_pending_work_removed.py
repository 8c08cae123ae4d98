"""Rows that say what must still be done after somebody left are deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reception.bootstrap import Reception
from reception.domain.errors import StorageError
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OLD_PASSWORDS, OldOffice
from tests.attacks.outcomes import ROSTER_ERROR, signed_in
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER

_REASON = "Thay người giữ cũ đi học sáu tháng"


def revoke_custody_for_later(office: OldOffice) -> None:
    """Give the colleague custody; the head, who opens nothing, takes it: a rotation is pending."""
    user_id, password = office.user_id(COLLEAGUE), OLD_PASSWORDS[HEAD]
    with signed_in(office, CUSTODIAN) as custodian:
        custodian.staff.custody.grant(user_id, password, _REASON)
    with signed_in(office, HEAD) as head:
        head.staff.custody.revoke(user_id, password, _REASON)
        assert head.staff.custody.tasks().needs_rotation


def begin_offboarding(office: OldOffice) -> None:
    """Suspend the colleague for good; the new key of the register is still to come."""
    with signed_in(office, HEAD) as head:
        head.staff.offboarding.begin(office.user_id(COLLEAGUE))
        assert head.staff.offboarding.unfinished()


def rotation_is_known(head: Reception) -> bool:
    """Tell whether the head still sees the rotation."""
    head.session.refresh()
    return head.staff.custody.tasks().needs_rotation


def offboarding_is_known(head: Reception) -> bool:
    """Tell whether the head still sees the offboarding."""
    head.session.refresh()
    return bool(head.staff.offboarding.unfinished())


PENDING = {
    "renew:": (revoke_custody_for_later, rotation_is_known),
    "leaving:": (begin_offboarding, offboarding_is_known),
}


@pytest.fixture(params=PENDING)
def pending(
    request: pytest.FixtureRequest, office: OldOffice
) -> tuple[OldOffice, str, Callable[[Reception], bool]]:
    """An office with pending work: (office, beginning of the row's key, whether it is known)."""
    begin, is_known = PENDING[request.param]
    begin(office)
    office.open_and_close(OFFICER, CUSTODIAN)
    return office, request.param, is_known


def delete_row(office: OldOffice, prefix: str) -> None:
    """Delete the rows of the table ``office`` whose keys begin so."""
    with Attacker(office, OFFICER).write() as database:
        changed = database.execute(
            "DELETE FROM office WHERE substr(key, 1, length(?)) = ?", (prefix, prefix)
        ).rowcount
    assert changed == 1


def test_pending_work_does_not_vanish(
    pending: tuple[OldOffice, str, Callable[[Reception], bool]],
) -> None:
    office, prefix, _ = pending
    delete_row(office, prefix)
    for name in (OFFICER, CUSTODIAN):
        with pytest.raises(StorageError, match=ROSTER_ERROR):
            office.open(name).close()


def test_a_running_session_of_the_head_is_told(
    pending: tuple[OldOffice, str, Callable[[Reception], bool]],
) -> None:
    office, prefix, is_known = pending
    with signed_in(office, HEAD) as head:
        delete_row(office, prefix)
        with pytest.raises(StorageError, match=ROSTER_ERROR):
            pytest.fail(f"the work is known: {is_known(head)}")


def test_pending_work_is_not_changed(
    pending: tuple[OldOffice, str, Callable[[Reception], bool]],
) -> None:
    office, prefix, _ = pending
    with Attacker(office, OFFICER).write() as database:
        database.execute(
            "UPDATE office SET value = replace(value, '\"generation\": 3', '\"generation\": 0') "
            "|| ' ' WHERE substr(key, 1, length(?)) = ?",
            (prefix, prefix),
        )
    with pytest.raises(StorageError, match=ROSTER_ERROR):
        office.open(OFFICER).close()
