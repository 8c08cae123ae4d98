"""The section of accounts: warnings, the table of rights, the selected person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.services.key_rotation.vault_key_rotation import rotate_desk_vault
from ui.appearance.theme import theme
from ui.features.settings.settings_section import SettingsContext, SettingsSection
from ui.features.settings.staff.account_cards import AccountCard, OffboardingNotice
from ui.features.settings.staff.account_dialogs import AccountDialogs
from ui.features.settings.staff.accounts_data import AccountsData, notices, read_accounts
from ui.features.settings.staff.custody_dialog import CustodyAct
from ui.features.settings.staff.rights_model import FIRST_RIGHT, RightsTable
from ui.features.settings.staff.rights_view import RightsView
from ui.widgets.banner import Banner, BannerLink
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reception.services.staff.account_list import AccountSummary

translate = QCoreApplication.translate
_MAX_NOTICES, _NARROW_WIDTH = 5, 700


class AccountsSection(SettingsSection):
    """The head changes accounts and rights here; a custodian completes pending custody tasks."""

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.data: AccountsData | None = None
        self._chosen = ""
        self._focus_when_read = False
        self.dialogs = AccountDialogs(context, self)
        self.banners = [Banner("warn", self) for _ in range(_MAX_NOTICES)]
        self._shown_links = [("", "")] * _MAX_NOTICES  # (id, words) of the link in each banner
        self.table = RightsTable(self)
        self.view = RightsView(self)
        self.view.setAccessibleName(translate("Accounts", "Who may do what"))
        self.view.setModel(self.table)
        self.no_access = QLabel("", self)
        self.no_access.setWordWrap(True)
        self.no_access.setProperty("role", "secondary")
        self.save_row = self._build_save_row()
        self.person, self.offboarding_card = AccountCard(self), OffboardingNotice(self)
        self.add_button = PushButton(translate("Accounts", "Add a person"), self, "primary", "plus")
        self.add_button.setObjectName("add_button")
        self.add_button.hide()
        self._build()
        self._wire()

    def _build_save_row(self) -> QFrame:
        row = QFrame(self)
        row.setProperty("pane", True)
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
        line.setContentsMargins(*(theme().px(8),) * 4)
        self.save_label = QLabel("", row)
        self.save_label.setProperty("role", "secondary")
        self.drop_button = PushButton(translate("Accounts", "Drop"), row, "secondary", "", "Esc")
        self.save_button = PushButton(
            translate("Accounts", "Keep rights"), row, "primary", "save", "Ctrl+S"
        )
        self.save_button.setObjectName("save_rights")
        line.addWidget(self.save_label, 1)
        line.addWidget(self.drop_button)
        line.addWidget(self.save_button)
        row.hide()
        return row

    def _build(self) -> None:
        for banner in self.banners:
            banner.hide()
            self.column.addWidget(banner)
        table = QFrame(self)
        table.setProperty("pane", True)
        inside = QVBoxLayout(table)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        self.pane = table
        self.column.addWidget(self.no_access)
        self.column.addWidget(table)
        self.column.addWidget(self.save_row)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme().px(12))
        self._row.addWidget(self.person, 4)
        self._row.addWidget(self.offboarding_card, 3)
        self.column.addLayout(self._row)
        self.column.addStretch(1)
        manages = self.context.may_manage()
        self.no_access.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.no_access.setVisible(not manages)
        self.no_access.setText(
            translate("Accounts", "Accounts and rights are shown to who manages them.")
        )
        for part in (self.pane, self.person, self.offboarding_card):
            part.setVisible(manages)

    def _wire(self) -> None:
        for banner in self.banners:
            banner.link_used.connect(self._follow_link)
        self.view.changed.connect(self._ticked)
        self.view.refused.connect(self._explain_refusal)
        self.view.custody_wanted.connect(self._custody)
        self.view.picked.connect(self._pick)
        self.person.wanted.connect(self._account_action)
        self.add_button.clicked.connect(self._add)
        self.save_button.clicked.connect(self.save)
        self.drop_button.clicked.connect(self.drop)
        self.dialogs.done.connect(self._dialog_done)
        self.dialogs.failed.connect(self.failed)

    @property
    def savable(self) -> bool:
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
        target = self.view if self.context.may_manage() else self.no_access
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_when_read = True

    def refresh(self) -> None:
        """Read everything again, unless there are unsaved ticks."""
        if not self.savable:
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
        if event.key() == Qt.Key.Key_Escape and self.savable:
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
        self._show_notices(data)
        today = self.context.reception.session.today()
        column = max(self.view.currentIndex().column(), FIRST_RIGHT)
        self.table.show(data.people, today, may_sign=data.may_sign)
        self.save_row.hide()
        self.view.measure()
        if data.may_manage:
            self.view.setCurrentIndex(self.table.index(self.table.row_of(self._chosen), column))
            self._pick(self.view.currentIndex().row())
        elif self._focus_when_read and (links := self._links()):
            links[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_when_read = False
        self.subtitle_changed.emit()

    def _links(self) -> list[PushButton]:
        return [link for banner in self.banners for link in banner.findChildren(PushButton)]

    def _show_notices(self, data: AccountsData) -> None:
        shown = notices(data)
        for number, banner in enumerate(self.banners):
            notice = shown[number] if number < len(shown) else None
            link = notice.link if notice is not None else ("", "")
            if link != self._shown_links[number]:
                self._release_focus(banner)
                banner.set_links([BannerLink(*link)] if link[0] else [])
                self._shown_links[number] = link
            if notice is None:
                banner.hide()
            else:
                banner.say(notice.title, notice.body, notice.kind)

    def _release_focus(self, banner: Banner) -> None:
        """Move the focus off a link that will be removed."""
        focused = QApplication.focusWidget()
        if focused is not None and banner.isAncestorOf(focused):
            target = self.view if self.context.may_manage() else self.no_access
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> AccountSummary | None:
        """Return the person of the selected row."""
        return self.table.person(self.view.currentIndex().row())

    @Slot(int)
    def _pick(self, row: int) -> None:
        person = self.table.person(row)
        if person is not None:
            self._chosen = person.user_id
            own_id = self.context.reception.session.member.user_id
            self.person.show_account(person, may_sign=self.dialogs.may_sign(), own_id=own_id)

    @Slot()
    def _ticked(self) -> None:
        count = len(self.table.changes())
        self.save_row.setVisible(bool(count))
        template = translate("Accounts", "Rights of {count} people changed, not kept yet")
        self.save_label.setText(template.format(count=count))

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
        if self.save_button.busy or not self.savable:
            return
        self.save_button.set_busy(translate("Accounts", "Signing…"))
        changes = self.table.changes()
        job = partial(_change_rights, self.context.reception.staff.rights.change, changes)
        self.context.runner.run(job, then=self._saved, owner=self, failed=self._not_saved)

    def _saved(self, _result: object) -> None:
        self.save_button.set_busy("")
        self.toast_wanted.emit(translate("Accounts", "Rights kept"))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read()

    def _not_saved(self, error: ReceptionError) -> None:
        self.save_button.set_busy("")
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

    @Slot()
    def _add(self) -> None:
        self.dialogs.add()

    @Slot(str)
    def _account_action(self, name: str) -> None:
        person = self.chosen()
        if person is not None:
            {"password": self.dialogs.new_password, "pause": self.dialogs.suspend_or_reinstate}.get(
                name, self.dialogs.offboard
            )(person)

    @Slot(str)
    def _follow_link(self, name: str) -> None:
        if self.data is None:
            return
        if name == "go_on":
            self.dialogs.resume_offboarding(self.data.offboardings[0])
        elif name == "give":
            self.dialogs.custody(CustodyAct.GIVE, self.data.candidates)
        elif name == "settle":
            self.dialogs.custody(CustodyAct.SETTLE, ())
        elif name == "old":
            self.dialogs.destroy(self.data.old_backups)
        elif name == "rotate":
            job = partial(rotate_desk_vault, self.context.reception.session)
            done = partial(self.dialogs.announce, translate("Accounts", "Key renewed"))
            self.context.runner.run(job, then=done, owner=self, failed=self.failed.emit)

    @Slot(str)
    def _dialog_done(self, text: str) -> None:
        if text:
            self.toast_wanted.emit(text)
        self.read()


def _change_rights(change: object, changes: tuple[tuple[str, object, object], ...]) -> None:
    for user_id, wanted, seen in changes:
        change(user_id, wanted, seen)  # type: ignore[operator]
