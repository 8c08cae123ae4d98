"""Lines of the navigation rail about the state of the office and of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.hardening.network_block import NetworkBlockState, network_block_state
from ui.appearance import display_format
from ui.privacy.remote_viewing import remote_viewing_kind
from ui.shell.backup_status import backup_status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from reception.bootstrap import Reception

translate = QCoreApplication.translate
StatusLine = tuple[str, str, str]  # icon, text, tone


def office_status(reception: Reception, recovery_time: datetime | None) -> list[StatusLine]:
    """Return the lines; ``recovery_time``: of a recovery less than 31 days ago, else None."""
    lines = [_network(), ("lock", translate("Office", "Encrypted"), "ok"), *_remote_viewing()]
    if recovery_time is not None:
        text = translate("Office", "Opened by sheets {day}").format(
            day=display_format.short_day(recovery_time)
        )
        lines.append(("shield-alert", text, "warn"))
    lines.append(backup_status(reception))
    if "recovery.missing" in reception.session.warnings:
        lines.append(("triangle-alert", translate("Office", "No recovery sheets"), "warn"))
    return lines


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
