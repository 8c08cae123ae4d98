"""Lines of the navigation rail about the state of the office and of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.hardening.network_block import NetworkBlockState, network_block_state
from reception.services.office.remote_viewing import remote_viewing_kind
from ui.appearance import display_format
from ui.features.unlock.last_log_entry import own_entry_text
from ui.shell.backup_status import backup_status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reception.bootstrap import Reception
    from reception.services.access.session import Session

translate = QCoreApplication.translate
StatusLine = tuple[str, str, str]  # icon, text, tone


def office_status(reception: Reception, recovery_day: date | None) -> list[StatusLine]:
    """Return the lines; ``recovery_day``: of a recovery less than 31 days ago, else None."""
    lines = [_network(), ("lock", translate("Office", "Encrypted"), "ok"), *_remote_viewing()]
    if recovery_day is not None:
        text = translate("Office", "Opened by sheets {day}").format(
            day=display_format.short_day(recovery_day)
        )
        lines.append(("shield-alert", text, "warn"))
    lines.append(backup_status(reception))
    lines.append(("history", _own_last_entry(reception.session), ""))
    if reception.session.roster.number:
        number = display_format.number(reception.session.roster.number)
        text = translate("Office", "Roster {number}").format(number=number)
        lines.append(("users", text, ""))
    if "recovery.missing" in reception.session.warnings:
        lines.append(("triangle-alert", translate("Office", "No recovery sheets"), "warn"))
    return lines


def own_last_entry_notice(session: Session) -> str:
    """Return the sentence about the person's own last entry before this unlock, and the roster."""
    if session.own_last_entry is None:
        text = translate("Office", "The log has no entry of yours from before.")
    else:
        now = session.environment.clock.now()
        text = translate(
            "Office", "Your last time: {facts}. Not as you remember? Tell the board head."
        ).format(facts=own_entry_text(session.own_last_entry, now))
    if not session.roster.number:
        return text
    number = display_format.number(session.roster.number)
    return f"{text} {translate('Office', 'Roster {number}.').format(number=number)}"


def _own_last_entry(session: Session) -> str:
    """Return number and day, for the head also the hour; the rail has no room for more."""
    entry = session.own_last_entry
    if entry is None:
        return translate("Office", "You: no entry before")
    return translate("Office", "You: {number}, {moment}").format(
        number=display_format.number(entry.seq), moment=display_format.short_moment(entry.at)
    )


def _network() -> StatusLine:
    if network_block_state() is NetworkBlockState.UP:
        return "wifi-off", translate("Office", "Offline"), "ok"
    return "wifi-off", translate("Office", "Network not walled off"), "warn"


def _remote_viewing() -> Iterator[StatusLine]:
    text = {
        "display": translate("Office", "Display over a network"),
        "desktop": translate("Office", "Seen from another machine"),
    }.get(remote_viewing_kind())
    if text is not None:
        yield "monitor", text, "error"
