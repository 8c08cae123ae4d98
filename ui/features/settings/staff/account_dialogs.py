"""Opens the dialogs of the accounts section and runs their actions on the database thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import NotAllowed
from reception.domain.offboarding import ObsoleteBackup, Offboarding, OffboardingImpact
from reception.domain.staff import Right, Role
from reception.services.key_rotation.vault_key_rotation import rotate_desk_vault
from reception.services.office.office_setup import NewMember
from reception.services.staff.account_list import AccountSummary
from ui.features.settings.settings_section import SettingsContext
from ui.features.settings.staff.account_forms import AddAccountDialog, NewPasswordDialog
from ui.features.settings.staff.accounts_data import AccountsData
from ui.features.settings.staff.custody_dialog import CustodyAct, CustodyDialog, CustodyRequest
from ui.features.settings.staff.obsolete_backups_dialog import ObsoleteBackupsDialog
from ui.features.settings.staff.offboarding_dialog import OffboardingDialog
from ui.widgets.dialog import Dialog
from ui.widgets.password_field import PasswordField

translate = QCoreApplication.translate


class AccountDialogs(QObject):
    """``account_changed(text)`` after a change, with a sentence for the toast or "".

    ``failed(error)`` when no dialog can show the error.
    """

    account_changed = Signal(str)
    failed = Signal(object)

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._section = context, parent
        self._staff = context.reception.staff
        self._user_id = ""
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
        """Close the open dialog; a running step of an offboarding is still completed."""
        if self.dialog is not None:
            for field in self.dialog.findChildren(PasswordField):
                field.clear()
            self.dialog.finish(False)

    def _public_names(self) -> tuple[str, ...]:
        session = self._context.reception.session
        names = [person.name for person in session.people.values()]
        return (session.settings().issuing, *names)

    def _open_dialog(self, dialog: Dialog) -> None:
        self.close()
        self.dialog = dialog
        dialog.closed.connect(self._forget_dialog)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self.dialog = None

    def _run_action(self, job: Callable[[], object], text: str) -> None:
        """Run an action of the open dialog, which then closes or shows an error."""
        self._context.runner.run(
            job, then=partial(self._finish_action, text), owner=self, failed=self._show_error
        )

    def _finish_action(self, text: str, _result: object) -> None:
        self.close()
        self.account_changed.emit(text)

    def _report_change(self, text: str, _result: object) -> None:
        self.account_changed.emit(text)

    def _show_error(self, error: object) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error)
        else:
            self.failed.emit(error)

    @Slot(str)
    def follow_link(self, link: str) -> None:
        """Do what the link of a notice offers; ``link`` is its id (``AccountsNotice.link``)."""
        if self.data is None:
            return
        if link == "resume_offboarding":
            self.resume_offboarding(self.data.offboardings[0])
        elif link == "give_custody":
            self.ask_custody(CustodyAct.GIVE, self.data.candidates)
        elif link == "complete_custody":
            self.ask_custody(CustodyAct.COMPLETE_PENDING, ())
        elif link == "obsolete_backups":
            self.show_obsolete_backups(self.data.obsolete_backups)
        elif link == "rotate_desk_key":
            job = partial(rotate_desk_vault, self._context.reception.session)
            report = partial(self._report_change, translate("Accounts", "Key renewed"))
            self._context.runner.run(job, then=report, owner=self, failed=self.failed.emit)

    @Slot()
    def add_account(self) -> None:
        """Ask for a new account."""
        dialog = AddAccountDialog(self._public_names(), self._section)
        dialog.account_wanted.connect(self._create_account)
        self._open_dialog(dialog)

    @Slot(object)
    def _create_account(self, new_member: NewMember) -> None:
        text = translate("Accounts", "Account of {name} added").format(name=new_member.name)
        self._run_action(partial(self._staff.accounts.add, new_member), text)

    def ask_new_password(self, person: AccountSummary) -> None:
        """Ask for a new password; for the head there is the section "My password" instead."""
        if person.role is Role.HEAD:
            return
        self._user_id = person.user_id
        dialog = NewPasswordDialog(person, self._public_names(), self._section)
        dialog.password_wanted.connect(self._set_password)
        self._open_dialog(dialog)

    @Slot(str)
    def _set_password(self, password: str) -> None:
        text = translate("Accounts", "New password set")
        self._run_action(
            partial(self._staff.accounts.set_new_password, self._user_id, password), text
        )

    def suspend_or_reinstate(self, person: AccountSummary) -> None:
        """Suspend an active account, or reinstate a suspended one."""
        if person.active:
            template = translate("Accounts", "{name} is suspended")
            job = partial(self._staff.accounts.suspend, person.user_id)
        else:
            template = translate("Accounts", "{name} may open the register again")
            job = partial(self._staff.accounts.reinstate, person.user_id)
        self._run_action(job, template.format(name=person.name))

    def offboard(self, person: AccountSummary) -> None:
        """Read the consequences of offboarding, then show them."""
        self._context.runner.run(
            partial(self._staff.offboarding.read_impact, person.user_id),
            then=partial(self._show_offboarding, person.user_id),
            owner=self,
            failed=self.failed.emit,
        )

    def resume_offboarding(self, offboarding: Offboarding) -> None:
        """Continue an offboarding that was interrupted."""
        self._show_offboarding(offboarding.user_id, offboarding)

    def _show_offboarding(self, user_id: str, progress: OffboardingImpact | Offboarding) -> None:
        dialog = OffboardingDialog(
            (user_id, progress), self._staff.offboarding, self._context.runner, self._section
        )
        dialog.step_completed.connect(self._report_step)
        self._open_dialog(dialog)

    @Slot()
    def _report_step(self) -> None:
        self.account_changed.emit("")

    def show_obsolete_backups(self, backups: Sequence[ObsoleteBackup]) -> None:
        """Show the backups to be destroyed."""
        dialog = ObsoleteBackupsDialog(backups, self._section)
        dialog.destruction_wanted.connect(self._destroy_backups)
        self._open_dialog(dialog)

    @Slot(object)
    def _destroy_backups(self, names: tuple[str, ...]) -> None:
        text = translate("Accounts", "{count} old backups destroyed").format(count=len(names))
        self._run_action(partial(self._staff.obsolete_backups.destroy, names), text)

    def toggle_custody(self, person: AccountSummary) -> None:
        """Ask for the signature that gives custody to a person or takes it from them."""
        has_custody = Right.CUSTODY in person.rights
        if not has_custody and self.data is not None and not self.data.can_give_custody:
            self.failed.emit(NotAllowed("accounts.no_half"))
            return
        act = CustodyAct.TAKE if has_custody else CustodyAct.GIVE
        self.ask_custody(act, ((person.user_id, person.name),))

    def ask_custody(self, act: CustodyAct, people: Sequence[tuple[str, str]]) -> None:
        """Ask for the person (of ``people``), a reason and the head's password."""
        head = self._context.reception.session.head().name
        dialog = CustodyDialog(act, people, (head, self._custody_explanation(act)), self._section)
        dialog.custody_wanted.connect(self._carry_out_custody)
        self._open_dialog(dialog)

    @Slot(object)
    def _carry_out_custody(self, request: CustodyRequest) -> None:
        custody = self._staff.custody
        if request.act is CustodyAct.COMPLETE_PENDING:
            job = partial(custody.carry_out_tasks, request.password)
            self._run_action(job, translate("Accounts", "Key of denouncers renewed"))
            return
        is_given = request.act is CustodyAct.GIVE
        change = custody.grant if is_given else custody.revoke
        text = translate("Accounts", "Custody given")
        if not is_given:
            text = translate("Accounts", "Custody taken back")
        self._run_action(partial(change, request.user_id, request.password, request.reason), text)

    @staticmethod
    def _custody_explanation(act: CustodyAct) -> str:
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
