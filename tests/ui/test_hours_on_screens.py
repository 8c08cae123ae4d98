"""What the screens show a colleague of a denouncer's day on the next day: no hour."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from reception.bootstrap import Reception
from reception.domain.log_checkpoint import LogCheckpoint
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.backup.known_backups import known_backups
from reception.storage.audit.log_reader import LogFilter
from reception.storage.visits.register_reader import RegisterFilter
from tests.attacks.shown_hours import hours_in
from tests.fixtures.denouncers_day import Day, day
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, office
from tests.fixtures.shared_machine import machine
from ui.application.command_line import LOCK_REASONS
from ui.application.office_status import office_status, own_last_entry_notice
from ui.features.audit.log_rows import log_columns
from ui.features.restore.register_summaries import backup_moment
from ui.features.unlock.last_log_entry import checkpoint_text
from ui.models.day_list import day_lines
from ui.models.register_rows import every_column
from ui.models.todo_model import todo_lines

__all__ = ["day", "machine", "office"]


def shown_texts(reception: Reception, day: Day) -> dict[str, object]:
    """Return the texts of the models and lines that show what was done, by the screen."""
    state = day.machine.office.environment.state_folder
    now = reception.session.environment.clock.now()
    log = reception.audit_log.page(LogFilter(), None, 1000)
    visits = reception.register.page(RegisterFilter())
    checkpoint = read_pre_unlock_state(day.machine.office.folder, state).checkpoint
    assert isinstance(checkpoint, LogCheckpoint)
    return {
        "log": [column.cell(row).text for column in log_columns() for row in log],
        "narrow log": [
            column.cell(row).text for column in log_columns(is_narrow=True) for row in log
        ],
        "register": [column.cell(row).text for column in every_column() for row in visits],
        "day list": [line.accessible_text() for line in day_lines((), visits)],
        "to do": [line.accessible_text() for line in todo_lines(reception.todo_list.read(), now)],
        "status": office_status(reception, None),
        "toast": own_last_entry_notice(reception.session),
        "unlock": [checkpoint_text(checkpoint, now, reason) for reason in ("", *LOCK_REASONS)],
        "restore": [
            backup_moment(item) for item in known_backups(day.machine.office.folder, state)
        ],
    }


@pytest.mark.parametrize("name", [COLLEAGUE, OFFICER])
def test_no_screen_shows_an_officer_an_hour_on_the_next_day(
    themed: QApplication, day: Day, name: str
) -> None:
    day.machine.office.clock.move(days=1, minutes=-40)
    texts = shown_texts(day.machine.sign_in(name), day)
    assert list(hours_in(texts)) == []
    assert all(texts[screen] for screen in ("log", "register", "day list", "unlock", "restore"))


def test_the_head_sees_hours_in_the_log_and_of_the_own_last_entry(
    themed: QApplication, day: Day
) -> None:
    day.machine.office.clock.move(days=1, minutes=-40)
    texts = shown_texts(day.machine.sign_in(HEAD), day)
    shown = list(hours_in(texts))
    for screen in ("log", "toast", "to do", "status"):
        assert any(path.startswith(f".{screen}") for path in shown), screen
