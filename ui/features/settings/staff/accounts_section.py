"""The section of accounts: warnings, the table of rights, the selected person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from ui.appearance.theme import theme
from ui.features.settings.settings_section import SettingsContext, SettingsSection
from ui.features.settings.staff.account_cards import AccountCard, OffboardingNotice
from ui.features.settings.staff.account_dialogs import AccountDialogs
from ui.features.settings.staff.accounts_data import AccountsData, notices, read_accounts
from ui.features.settings.staff.notice_banners import NoticeBanners
from ui.features.settings.staff.rights_model import FIRST_RIGHT, RightsTable
from ui.features.settings.staff.rights_view import RightsView
from ui.features.settings.staff.save_rights_bar import SaveRightsBar
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent


translate = QCoreApplication.translate
_NARROW_WIDTH = 700


class AccountsSection(SettingsSection):
    """The head changes accounts and rights here; a custodian completes pending custody tasks."""

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.data: AccountsData | None = None
        self._chosen = ""
        self._focus_when_read = False
        self.dialogs = AccountDialogs(context, self)
        self.notices = NoticeBanners(self)
        self.table = RightsTable(self)
        self.view = RightsView(self)
        self.view.setAccessibleName(translate("Accounts", "Who may do what"))
        self.view.setModel(self.table)
        text = translate("Accounts", "Accounts and rights are shown to who manages them.")
        self.no_access = QLabel(text, self)
        self.no_access.setWordWrap(True)
        self.no_access.setProperty("role", "secondary")
        self.save_bar = SaveRightsBar(self)
        self.person, self.offboarding_card = AccountCard(self), OffboardingNotice(self)
        self.add_button = PushButton(translate("Accounts", "Add a person"), self, "primary", "plus")
        self.add_button.setObjectName("add_button")
        self.add_button.hide()
        self._build()
        self._wire()

    def _build(self) -> None:
        for banner in self.notices.banners:
            self.column.addWidget(banner)
        self.pane = QFrame(self)
        self.pane.setProperty("pane", True)
        inside = QVBoxLayout(self.pane)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        self.column.addWidget(self.no_access)
        self.column.addWidget(self.pane)
        self.column.addWidget(self.save_bar)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme().px(12))
        self._row.addWidget(self.person, 4)
        self._row.addWidget(self.offboarding_card, 3)
        self.column.addLayout(self._row)
        self.column.addStretch(1)
        may_manage = self.context.may_manage()
        self.no_access.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.no_access.setVisible(not may_manage)
        for part in (self.pane, self.person, self.offboarding_card):
            part.setVisible(may_manage)

    def _wire(self) -> None:
        self.notices.link_used.connect(self.dialogs.follow_link)
        self.view.changed.connect(self._ticked)
        self.view.refused.connect(self._explain_refusal)
        self.view.custody_wanted.connect(self._custody)
        self.view.picked.connect(self._pick)
        self.person.wanted.connect(self._account_action)
        self.add_button.clicked.connect(self.dialogs.add)
        self.save_bar.save_button.clicked.connect(self.save)
        self.save_bar.drop_button.clicked.connect(self.drop)
        self.dialogs.done.connect(self._dialog_done)
        self.dialogs.failed.connect(self.failed)

    @property
    def can_save(self) -> bool:
        return bool(self.table.changes())

    @property
    def has_own_save_button(self) -> bool:
        return True

    def subtitle(self) -> str:
        if self.data is None or not self.data.may_manage:
            return ""
        active = sum(1 for person in self.data.people if person.active)
        template = translate(
            "Accounts", "{count} people · changes are signed by the head and logged"
        )
        return template.format(count=active)

    def header_buttons(self) -> tuple[QWidget, ...]:
        return (self.add_button,) if self.dialogs.may_sign() else ()

    def entered(self) -> None:
        self._main_part().setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_when_read = True

    def refresh(self) -> None:
        """Read everything again, unless there are unsaved ticks."""
        if not self.can_save:
            self.read()

    def about_to_lock(self) -> None:
        """Close every dialog and empty its password fields."""
        self.dialogs.close()

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow section: the table scrolls sideways by itself."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), theme().px(420)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_NARROW_WIDTH)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops unsaved ticks."""
        if event.key() == Qt.Key.Key_Escape and self.can_save:
            self.drop()
            return
        super().keyPressEvent(event)

    @Slot()
    def read(self) -> None:
        job = partial(read_accounts, self.context.reception)
        self.context.runner.run(job, then=self._read, owner=self, failed=self.failed.emit)

    def _read(self, data: AccountsData) -> None:
        self.data = data
        self.dialogs.data = data
        self.notices.show_notices(notices(data), self._main_part())
        today = self.context.reception.session.today()
        column = max(self.view.currentIndex().column(), FIRST_RIGHT)
        self.table.show(data.people, today, may_sign=data.may_sign)
        self.save_bar.hide()
        self.view.measure()
        if data.may_manage:
            self.view.setCurrentIndex(self.table.index(self.table.row_of(self._chosen), column))
            self._pick(self.view.currentIndex().row())
        elif self._focus_when_read and (links := self.notices.link_buttons()):
            links[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_when_read = False
        self.subtitle_changed.emit()

    def _main_part(self) -> QWidget:
        return self.view if self.context.may_manage() else self.no_access

    @Slot(int)
    def _pick(self, row: int) -> None:
        person = self.table.person(row)
        if person is not None:
            self._chosen = person.user_id
            own_id = self.context.reception.session.member.user_id
            self.person.show_account(person, may_sign=self.dialogs.may_sign(), own_id=own_id)

    @Slot()
    def _ticked(self) -> None:
        self.save_bar.show_changes(len(self.table.changes()))

    @Slot(int)
    def _explain_refusal(self, row: int) -> None:
        person = self.table.person(row)
        if person is None:
            return
        if not self.dialogs.may_sign():
            self.failed.emit(ReceptionError("accounts.head_only"))
            return
        code = "accounts.head_keeps" if person.active else "accounts.shut_out"
        self.failed.emit(InvalidInput(code, "rights", name=person.name))

    def save(self) -> None:
        """Save the ticks: one signed change for each person (Ctrl+S)."""
        if self.save_bar.save_button.busy or not self.can_save:
            return
        self.save_bar.save_button.set_busy(translate("Accounts", "Signing…"))
        changes = self.table.changes()
        job = partial(_change_rights, self.context.reception.staff.rights.change, changes)
        self.context.runner.run(job, then=self._saved, owner=self, failed=self._not_saved)

    def _saved(self, _result: object) -> None:
        self.save_bar.save_button.set_busy("")
        self.toast_wanted.emit(translate("Accounts", "Rights kept"))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read()

    def _not_saved(self, error: ReceptionError) -> None:
        self.save_bar.save_button.set_busy("")
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.failed.emit(error)
        self.read()

    @Slot()
    def drop(self) -> None:
        """Drop unsaved ticks (Esc)."""
        index = self.view.currentIndex()
        row, column = index.row(), index.column()
        self.table.drop()
        self.view.setCurrentIndex(self.table.index(row, column))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ticked()

    @Slot(int)
    def _custody(self, row: int) -> None:
        person = self.table.person(row)
        if person is not None and person.active:
            self.dialogs.toggle_custody(person)

    @Slot(str)
    def _account_action(self, name: str) -> None:
        person = self.table.person(self.view.currentIndex().row())
        actions = {
            "password": self.dialogs.new_password,
            "pause": self.dialogs.suspend_or_reinstate,
            "leave": self.dialogs.offboard,
        }
        if person is not None:
            actions[name](person)

    @Slot(str)
    def _dialog_done(self, text: str) -> None:
        if text:
            self.toast_wanted.emit(text)
        self.read()


def _change_rights(change: object, changes: tuple[tuple[str, object, object], ...]) -> None:
    for user_id, wanted, seen in changes:
        change(user_id, wanted, seen)  # type: ignore[operator]
