"""The section of accounts: warnings, the table of rights, the selected person."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from ui.appearance.theme import theme
from ui.features.settings.settings_section import SettingsContext, SettingsSection
from ui.features.settings.staff.account_cards import AccountCard, OffboardingExplanationCard
from ui.features.settings.staff.account_dialogs import AccountDialogs
from ui.features.settings.staff.accounts_data import (
    AccountsData,
    change_rights,
    notices,
    read_accounts,
)
from ui.features.settings.staff.notice_banners import NoticeBanners
from ui.features.settings.staff.rights_model import FIRST_RIGHT_COLUMN, RightsModel
from ui.features.settings.staff.rights_view import RightsView
from ui.features.settings.staff.save_rights_bar import SaveRightsBar
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate
_NARROW_WIDTH = 700


class AccountsSection(SettingsSection):
    """The head changes accounts and rights here; a custodian completes pending custody tasks."""

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.data: AccountsData | None = None
        self._chosen_user_id = ""
        self._focus_when_read = False
        self.dialogs = AccountDialogs(context, self)
        self.notices = NoticeBanners(self)
        self.rights_model = RightsModel(self)
        self.rights_view = RightsView(self)
        self.rights_view.setAccessibleName(translate("Accounts", "Who may do what"))
        self.rights_view.setModel(self.rights_model)
        text = translate("Accounts", "Accounts and rights are shown to who manages them.")
        self.no_access = QLabel(text, self)
        self.no_access.setWordWrap(True)
        self.no_access.setProperty("role", "secondary")
        self.save_bar = SaveRightsBar(self)
        self.account_card = AccountCard(self)
        self.offboarding_card = OffboardingExplanationCard(self)
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
        pane_layout = QVBoxLayout(self.pane)
        pane_layout.setContentsMargins(1, 1, 1, 1)
        pane_layout.addWidget(self.rights_view)
        self.column.addWidget(self.no_access)
        self.column.addWidget(self.pane)
        self.column.addWidget(self.save_bar)
        self._cards_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards_row.setSpacing(theme().px(12))
        self._cards_row.addWidget(self.account_card, 4)
        self._cards_row.addWidget(self.offboarding_card, 3)
        self.column.addLayout(self._cards_row)
        self.column.addStretch(1)
        may_manage = self.context.may_manage()
        self.no_access.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.no_access.setVisible(not may_manage)
        for widget in (self.pane, self.account_card, self.offboarding_card):
            widget.setVisible(may_manage)

    def _wire(self) -> None:
        self.notices.link_used.connect(self.dialogs.follow_link)
        self.rights_view.right_toggled.connect(self._show_unsaved_changes)
        self.rights_view.change_refused.connect(self._explain_refusal)
        self.rights_view.custody_wanted.connect(self._toggle_custody)
        self.rights_view.person_selected.connect(self._show_person)
        self.account_card.action_wanted.connect(self._account_action)
        self.add_button.clicked.connect(self.dialogs.add_account)
        self.save_bar.save_button.clicked.connect(self.save)
        self.save_bar.discard_button.clicked.connect(self.discard_changes)
        self.dialogs.account_changed.connect(self._show_dialog_result)
        self.dialogs.failed.connect(self.failed)

    @property
    def can_save(self) -> bool:
        return bool(self.rights_model.changes())

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

    def on_entered(self) -> None:
        self._main_widget().setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_when_read = True

    def refresh(self) -> None:
        """Read everything again, unless there are unsaved changes."""
        if not self.can_save:
            self.reload()

    def about_to_lock(self) -> None:
        """Close every dialog and empty its password fields."""
        self.dialogs.close()

    def minimumSizeHint(self) -> QSize:
        """Allow a narrow section: the table scrolls sideways by itself."""
        minimum = super().minimumSizeHint()
        return QSize(min(minimum.width(), theme().px(420)), minimum.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < theme().px(_NARROW_WIDTH)
        direction = QBoxLayout.Direction
        self._cards_row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc discards unsaved changes."""
        if event.key() == Qt.Key.Key_Escape and self.can_save:
            self.discard_changes()
            return
        super().keyPressEvent(event)

    @Slot()
    def reload(self) -> None:
        job = partial(read_accounts, self.context.reception)
        self.context.runner.run(job, then=self._show_data, owner=self, failed=self.failed.emit)

    def _show_data(self, data: AccountsData) -> None:
        self.data = data
        self.dialogs.data = data
        self.notices.show_notices(notices(data), self._main_widget())
        today = self.context.reception.session.today()
        column = max(self.rights_view.currentIndex().column(), FIRST_RIGHT_COLUMN)
        self.rights_model.show_people(data.people, today, may_sign=data.may_sign)
        self.save_bar.hide()
        self.rights_view.adjust_size()
        if data.may_manage:
            row = self.rights_model.row_of(self._chosen_user_id)
            self.rights_view.setCurrentIndex(self.rights_model.index(row, column))
            self._show_person(row)
        elif self._focus_when_read and (links := self.notices.link_buttons()):
            links[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_when_read = False
        self.subtitle_changed.emit()

    def _main_widget(self) -> QWidget:
        return self.rights_view if self.context.may_manage() else self.no_access

    @Slot(int)
    def _show_person(self, row: int) -> None:
        person = self.rights_model.person(row)
        if person is not None:
            self._chosen_user_id = person.user_id
            own_id = self.context.reception.session.member.user_id
            self.account_card.show_account(person, may_sign=self.dialogs.may_sign(), own_id=own_id)

    @Slot()
    def _show_unsaved_changes(self) -> None:
        self.save_bar.show_changes(len(self.rights_model.changes()))

    @Slot(int)
    def _explain_refusal(self, row: int) -> None:
        person = self.rights_model.person(row)
        if person is None:
            return
        if not self.dialogs.may_sign():
            self.failed.emit(ReceptionError("accounts.head_only"))
            return
        code = "accounts.head_keeps" if person.active else "accounts.shut_out"
        self.failed.emit(InvalidInput(code, "rights", name=person.name))

    def save(self) -> None:
        """Save the changed rights: one signed change for each person (Ctrl+S)."""
        if self.save_bar.save_button.busy or not self.can_save:
            return
        self.save_bar.save_button.set_busy(translate("Accounts", "Signing…"))
        changes = self.rights_model.changes()
        job = partial(change_rights, self.context.reception.staff.rights.change, changes)
        self.context.runner.run(
            job, then=self._confirm_saved, owner=self, failed=self._show_save_error
        )

    def _confirm_saved(self, _result: object) -> None:
        self.save_bar.save_button.set_busy("")
        self.toast_wanted.emit(translate("Accounts", "Rights kept"))
        self.rights_view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def _show_save_error(self, error: ReceptionError) -> None:
        self.save_bar.save_button.set_busy("")
        self.rights_view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.failed.emit(error)
        self.reload()

    @Slot()
    def discard_changes(self) -> None:
        """Discard unsaved changes (Esc)."""
        index = self.rights_view.currentIndex()
        row, column = index.row(), index.column()
        self.rights_model.discard_changes()
        self.rights_view.setCurrentIndex(self.rights_model.index(row, column))
        self.rights_view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_unsaved_changes()

    @Slot(int)
    def _toggle_custody(self, row: int) -> None:
        person = self.rights_model.person(row)
        if person is not None and person.active:
            self.dialogs.toggle_custody(person)

    @Slot(str)
    def _account_action(self, name: str) -> None:
        person = self.rights_model.person(self.rights_view.currentIndex().row())
        actions = {
            "password": self.dialogs.ask_new_password,
            "suspension": self.dialogs.suspend_or_reinstate,
            "offboard": self.dialogs.offboard,
        }
        if person is not None:
            actions[name](person)

    @Slot(str)
    def _show_dialog_result(self, text: str) -> None:
        if text:
            self.toast_wanted.emit(text)
        self.reload()
