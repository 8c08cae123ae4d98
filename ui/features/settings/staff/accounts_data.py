"""Reading and changing the data of the accounts section, and the notices above its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.domain.offboarding import ObsoleteBackup, Offboarding
from reception.domain.staff import Right
from reception.messages.catalogue import sentence
from reception.services.staff.account_list import AccountSummary
from reception.services.staff.custody import CustodyTasks
from reception.services.staff.rights import RightsWarning

if TYPE_CHECKING:
    from reception.bootstrap import Reception

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AccountsData:
    """Everything the section shows; ``people`` is empty without the right to manage accounts."""

    people: tuple[AccountSummary, ...]
    may_manage: bool
    may_sign: bool  # whether the head is signed in, who alone can sign
    warnings: tuple[RightsWarning, ...]
    custody_tasks: CustodyTasks
    candidates: tuple[tuple[str, str], ...]  # (user id, name) of people who could be given custody
    can_give_custody: bool
    offboardings: tuple[Offboarding, ...]
    visits_requiring_rotation: int  # visits that became denunciations since the last rotation
    obsolete_backups: tuple[ObsoleteBackup, ...]


@dataclass(frozen=True, slots=True)
class AccountsNotice:
    """A banner, with the link (id, text) to a solution if there is one."""

    banner_kind: str
    title: str
    body: str
    link: tuple[str, str] = ("", "")


def read_accounts(reception: Reception) -> AccountsData:
    """Read the data of the section; called on the database thread."""
    session, staff = reception.session, reception.staff
    session.refresh()
    may_manage = session.may(Right.MANAGE)
    may_sign = may_manage and bool(session.keys.root_seed)
    candidates = tuple(
        sorted(
            (person.user_id, person.name)
            for person in session.people.values()
            if person.active and not person.may(Right.CUSTODY)
        )
    )
    requiring_rotation = reception.lifecycle.visits_requiring_rotation() if may_sign else ()
    return AccountsData(
        people=staff.accounts.summaries() if may_manage else (),
        may_manage=may_manage,
        may_sign=may_sign,
        warnings=staff.rights.warnings(),
        custody_tasks=staff.custody.tasks(),
        candidates=candidates,
        can_give_custody=staff.custody.can_grant(),
        offboardings=staff.offboarding.unfinished() if may_sign else (),
        visits_requiring_rotation=len(requiring_rotation),
        obsolete_backups=staff.obsolete_backups.find() if may_manage else (),
    )


def change_rights(
    change: Callable[[str, frozenset[Right], frozenset[Right]], object],
    changes: Sequence[tuple[str, frozenset[Right], frozenset[Right]]],
) -> None:
    """Call ``change`` for each (user id, wanted rights, rights as read); each is signed alone."""
    for user_id, wanted_rights, rights_as_read in changes:
        change(user_id, wanted_rights, rights_as_read)


def notices(data: AccountsData) -> tuple[AccountsNotice, ...]:
    """Return the notices, the most urgent first."""
    result = [_unfinished_offboarding(offboarding) for offboarding in data.offboardings[:1]]
    if data.custody_tasks:
        result.append(_pending_tasks(data.custody_tasks))
    result.extend(_warning(data, warning) for warning in data.warnings)
    if data.visits_requiring_rotation:
        result.append(_rotation_due(data.visits_requiring_rotation))
    if data.obsolete_backups:
        result.append(_obsolete_backups(len(data.obsolete_backups)))
    return tuple(result)


def _unfinished_offboarding(offboarding: Offboarding) -> AccountsNotice:
    title = translate("Accounts", "{name} is not signed out completely.")
    body = translate("Accounts", "They open nothing any more; {left} steps are left.")
    return AccountsNotice(
        "warn",
        title.format(name=offboarding.name),
        body.format(left=len(offboarding.remaining_steps)),
        ("resume_offboarding", translate("Accounts", "Go on…")),
    )


def _pending_tasks(tasks: CustodyTasks) -> AccountsNotice:
    title = translate("Accounts", "The key of denouncers is to be renewed.")
    if not tasks.needs_rotation:
        names = ", ".join(tasks.names_without_key)
        title = translate("Accounts", "The key of denouncers is to be handed to {names}.")
        title = title.format(names=names)
    if tasks.can_be_done_here:
        body = translate("Accounts", "The head types the password for it.")
        return AccountsNotice(
            "warn", title, body, ("complete_custody", translate("Accounts", "Do it now…"))
        )
    if not tasks.holders:
        body = translate("Accounts", "Nobody holds it: only two recovery sheets open it.")
        return AccountsNotice("warn", title, body)
    body = translate("Accounts", "It waits for {names}, who opens this page in an own session.")
    return AccountsNotice("warn", title, body.format(names=", ".join(tasks.holders)))


def _warning(data: AccountsData, warning: RightsWarning) -> AccountsNotice:
    if warning.code == "readers.nobody":
        return _no_reader(warning)
    if warning.code == "custody.no_witness":
        return _no_witness(warning)
    return _custody_warning(data, warning)


def _no_witness(warning: RightsWarning) -> AccountsNotice:
    (name,) = warning.names
    body = translate(
        "Accounts",
        "Who holds denouncers' identities should not be the only one who manages the office: give "
        "custody, or the right to manage, to one more. Until then the notice waits for whoever "
        "manages next, and the monthly report tells the number.",
    )
    return AccountsNotice("warn", sentence(warning.code, name=name) + ".", body)


def _no_reader(warning: RightsWarning) -> AccountsNotice:
    body = translate(
        "Accounts",
        "New denunciations are read by the officer who received the person only, until the end of "
        "the next working day. Give somebody the right in the column Read denunciations.",
    )
    return AccountsNotice("warn", sentence(warning.code) + ".", body)


def _custody_warning(data: AccountsData, warning: RightsWarning) -> AccountsNotice:
    title = sentence(warning.code) + "."
    names = ", ".join(warning.names)
    if warning.code == "custody.many":
        body = translate("Accounts", "{names}: with so many it is hard to keep a secret.")
        return AccountsNotice("warn", title, body.format(names=names))
    body = translate(
        "Accounts",
        "If {names} is away or forgets the password, only two recovery sheets are left. Two "
        "people are advised; more than three are hard to keep secret.",
    )
    if warning.code == "custody.nobody":
        body = translate(
            "Accounts", "Only two recovery sheets open them then. Two people are advised."
        )
    if data.can_give_custody and data.candidates:
        link_text = translate("Accounts", "Give it to one more…")
        return AccountsNotice("warn", title, body.format(names=names), ("give_custody", link_text))
    if warning.names:
        instruction = translate("Accounts", "It is given in the session of {names}, on this page.")
        body = f"{body} {instruction}"
    return AccountsNotice("warn", title, body.format(names=names))


def _rotation_due(count: int) -> AccountsNotice:
    title = translate("Accounts", "The key of ordinary reporters is to be renewed.")
    body = translate("Accounts", "{count} visits became denunciations since it was made.")
    link_text = translate("Accounts", "Renew it")
    return AccountsNotice("warn", title, body.format(count=count), ("rotate_desk_key", link_text))


def _obsolete_backups(count: int) -> AccountsNotice:
    title = translate("Accounts", "{count} old backups are to be destroyed.")
    body = translate("Accounts", "Old keys and old passwords still open them.")
    link_text = translate("Accounts", "Show the list…")
    return AccountsNotice("warn", title.format(count=count), body, ("obsolete_backups", link_text))
