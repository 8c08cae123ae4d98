"""Opens the dialogs of the accounts section and runs their actions on the database thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import NotAllowed
from reception.domain.offboarding import Offboarding, OffboardingImpact, OldBackup
from reception.domain.staff import Right, Role
from reception.services.key_rotation.vault_key_rotation import rotate_desk_vault
from reception.services.staff.account_list import AccountSummary
from ui.features.settings.settings_section import SettingsContext
from ui.features.settings.staff.account_forms import AddAccount, NewPassword
from ui.features.settings.staff.accounts_data import AccountsData
from ui.features.settings.staff.custody_dialog import CustodyAct, CustodyDialog, CustodyRequest
from ui.features.settings.staff.obsolete_backups_dialog import ObsoleteBackupsDialog
from ui.features.settings.staff.offboarding_dialog import OffboardingDialog
from ui.widgets.dialog import Dialog
from ui.widgets.password_field import PasswordField

translate = QCoreApplication.translate


class AccountDialogs(QObject):
    """``done(words)`` after a change, ``failed(error)`` when no dialog can show the error."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._section = context, parent
        self._staff = context.reception.staff
        self._user = ""
        self.data: AccountsData | None = None
        self.dialog: Any = None

    @property
    def is_open(self) -> bool:
        return self.dialog is not None

    def may_sign(self) -> bool:
        """Tell whether the head is signed in: only the head can sign."""
        session = self._context.reception.session
        return session.may(Right.MANAGE) and bool(session.keys.root_seed)

    def close(self) -> None:
        """Close the open dialog; a step under way is completed."""
        if self.dialog is not None:
            for field in self.dialog.findChildren(PasswordField):
                field.clear()
            self.dialog.finish(False)

    def _public_names(self) -> tuple[str, ...]:
        session = self._context.reception.session
        names = [person.name for person in session.people.values()]
        return (session.settings().issuing, *names)

    def _show(self, dialog: Dialog) -> None:
        self.close()
        self.dialog = dialog
        dialog.closed.connect(self._closed)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _closed(self) -> None:
        self.dialog = None

    def _run(self, job: Callable[[], object], text: str) -> None:
        """Run an action of the open dialog, which then closes or shows an error."""
        self._context.runner.run(
            job, then=partial(self._completed, text), owner=self, failed=self._failed_action
        )

    def _completed(self, text: str, _result: object) -> None:
        self.close()
        self.done.emit(text)

    def _announce(self, text: str, _result: object) -> None:
        self.done.emit(text)

    def _failed_action(self, error: object) -> None:
        if self.dialog is not None:
            self.dialog.refuse(error)
        else:
            self.failed.emit(error)

    @Slot(str)
    def follow_link(self, link: str) -> None:
        """Open the solution to which the link of a notice leads."""
        if self.data is None:
            return
        if link == "go_on":
            self.resume_offboarding(self.data.offboardings[0])
        elif link == "give":
            self.custody(CustodyAct.GIVE, self.data.candidates)
        elif link == "settle":
            self.custody(CustodyAct.COMPLETE_PENDING, ())
        elif link == "old":
            self.destroy(self.data.old_backups)
        elif link == "rotate":
            job = partial(rotate_desk_vault, self._context.reception.session)
            done = partial(self._announce, translate("Accounts", "Key renewed"))
            self._context.runner.run(job, then=done, owner=self, failed=self.failed.emit)

    @Slot()
    def add(self) -> None:
        """Ask for a new account."""
        dialog = AddAccount(self._public_names(), self._section)
        dialog.wanted.connect(self._add)
        self._show(dialog)

    @Slot(object)
    def _add(self, new: Any) -> None:
        text = translate("Accounts", "Account of {name} added").format(name=new.name)
        self._run(partial(self._staff.accounts.add, new), text)

    def new_password(self, person: AccountSummary) -> None:
        """Ask for a new password, typed by the person; the head uses a section of their own."""
        if person.role is Role.HEAD:
            return
        self._user = person.user_id
        dialog = NewPassword(person, self._public_names(), self._section)
        dialog.wanted.connect(self._set_password)
        self._show(dialog)

    @Slot(str)
    def _set_password(self, password: str) -> None:
        text = translate("Accounts", "New password set")
        self._run(partial(self._staff.accounts.new_password, self._user, password), text)

    def suspend_or_reinstate(self, person: AccountSummary) -> None:
        """Suspend an active account, or reinstate a suspended one."""
        if person.active:
            template = translate("Accounts", "{name} is shut out for now")
            job = partial(self._staff.accounts.suspend, person.user_id)
        else:
            template = translate("Accounts", "{name} may open the register again")
            job = partial(self._staff.accounts.reinstate, person.user_id)
        self._run(job, template.format(name=person.name))

    def offboard(self, person: AccountSummary) -> None:
        """Read the consequences of offboarding, then show them."""
        self._context.runner.run(
            partial(self._staff.offboarding.consequences, person.user_id),
            then=partial(self._leave, person.user_id),
            owner=self,
            failed=self.failed.emit,
        )

    def resume_offboarding(self, offboarding: Offboarding) -> None:
        """Continue an offboarding that was interrupted."""
        self._leave(offboarding.user_id, offboarding)

    def _leave(self, user_id: str, progress: OffboardingImpact | Offboarding) -> None:
        dialog = OffboardingDialog(
            (user_id, progress), self._staff.offboarding, self._context.runner, self._section
        )
        dialog.changed.connect(self._step)
        self._show(dialog)

    @Slot()
    def _step(self) -> None:
        self.done.emit("")

    def destroy(self, backups: Sequence[OldBackup]) -> None:
        """Show the backups to be destroyed."""
        dialog = ObsoleteBackupsDialog(backups, self._section)
        dialog.wanted.connect(self._destroy)
        self._show(dialog)

    @Slot(object)
    def _destroy(self, names: tuple[str, ...]) -> None:
        text = translate("Accounts", "{count} old backups destroyed").format(count=len(names))
        self._run(partial(self._staff.old_backups.destroy, names), text)

    def toggle_custody(self, person: AccountSummary) -> None:
        """Give custody to a person, or take it from them."""
        has_custody = Right.CUSTODY in person.rights
        if not has_custody and self.data is not None and not self.data.can_give:
            self.failed.emit(NotAllowed("accounts.no_half"))
            return
        act = CustodyAct.TAKE if has_custody else CustodyAct.GIVE
        self.custody(act, ((person.user_id, person.name),))

    def custody(self, act: CustodyAct, people: Sequence[tuple[str, str]]) -> None:
        """Ask for the head's password and a reason."""
        head = self._context.reception.session.head().name
        dialog = CustodyDialog(act, people, (head, self._explanation(act)), self._section)
        dialog.wanted.connect(self._sign)
        self._show(dialog)

    @Slot(object)
    def _sign(self, request: CustodyRequest) -> None:
        custody = self._staff.custody
        if request.act is CustodyAct.COMPLETE_PENDING:
            job = partial(custody.carry_out_tasks, request.password)
            self._run(job, translate("Accounts", "Key of denouncers renewed"))
            return
        gives = request.act is CustodyAct.GIVE
        change = custody.give if gives else custody.take
        text = translate("Accounts", "Custody given")
        if not gives:
            text = translate("Accounts", "Custody taken back")
        self._run(partial(change, request.user_id, request.password, request.reason), text)

    @staticmethod
    def _explanation(act: CustodyAct) -> str:
        return {
            CustodyAct.GIVE: translate(
                "Accounts",
                "Whoever holds custody can open the identity of every denouncer when a request "
                "gives a reason. It is given in writing.",
            ),
            CustodyAct.TAKE: translate(
                "Accounts",
                "What was read and copied stays known. The key is renewed, here or by another "
                "custodian later.",
            ),
            CustodyAct.COMPLETE_PENDING: translate(
                "Accounts",
                "Everything sealed for custodians is moved to a new key, or the key is handed to "
                "who has the right and lacks it. No identity is shown.",
            ),
        }[act]
