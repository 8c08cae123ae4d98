"""The head is asked about readers of an earlier version, and told when nobody reads any more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from reception.bootstrap import create_services
from reception.domain.staff import Right
from reception.domain.todo_item import NobodyReadsDenunciations, ReadersToConfirm
from reception.services.staff.roster_start import RosterStart
from tests.attacks.old_office import OLD_PASSWORDS, copy_old_office
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, PASSWORDS, build_office
from tests.ui.window_machine import CONTROL, K, WindowMachine, label_texts, spoken_text
from ui.features.settings.staff.accounts_data import notices, read_accounts
from ui.widgets.confirm_dialog import ConfirmDialog


def test_the_head_confirms_by_key(
    tmp_path: Path, qtbot, themed: QApplication, picture: Callable[..., Path]
) -> None:
    office = copy_old_office(tmp_path)
    assert OLD_PASSWORDS[HEAD] == PASSWORDS[HEAD]
    session = office.open(HEAD)
    start = RosterStart(session)
    start.sign(start.verify().findings)
    session.close()
    machine = WindowMachine(office, qtbot)
    machine.sign_in(HEAD)
    page = machine.todo()
    machine.select_item(ReadersToConfirm)
    picture(machine.window, "readers-todo")
    assert "Đang đọc tất cả theo quy tắc cũ: " in spoken_text(page)
    machine.press(K.Key_Return)
    dialog = machine.dialog(ConfirmDialog)
    picture(machine.window, "readers-dialog")
    assert {OFFICER, COLLEAGUE} <= set(label_texts(dialog).splitlines())
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(ConfirmDialog)
    machine.settle()
    assert "theo quy tắc cũ" not in spoken_text(page)
    machine.sign_out()


def test_the_head_is_told_that_nobody_reads_any_more(
    tmp_path: Path, qtbot, themed: QApplication, picture: Callable[..., Path]
) -> None:
    office = build_office(tmp_path)
    head = create_services(office.open(HEAD))
    for member in list(head.session.people.values()):
        if member.may(Right.READ_DENUNCIATION):
            rights = member.rights - {Right.READ_DENUNCIATION}
            head.staff.rights.change(member.user_id, rights, member.rights)
    head.session.close()
    machine = WindowMachine(office, qtbot)
    window = machine.sign_in(HEAD)
    page = machine.todo()
    assert "Không còn ai đọc được" in spoken_text(page)
    machine.select_item(NobodyReadsDenunciations)
    picture(window, "nobody-reads")
    machine.sign_out()
    head = create_services(office.open(HEAD))
    titles = [notice.title for notice in notices(read_accounts(head))]
    head.session.close()
    assert "Không còn ai đọc được nội dung tố cáo." in titles
