"""Features that are imported when first needed, so that the unlock screen appears early."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from reception.domain.errors import ReceptionError
    from ui.application.command_line import Options
    from ui.application.office_window import OfficeWindow
    from ui.application.screen_registry import OfficeScreens, ScreenContext
    from ui.database_thread.task_runner import TaskRunner
    from ui.features.recovery.recovery_screen import RecoveryScreen
    from ui.features.restore.restore_screen import RestoreScreen
    from ui.features.setup.setup_wizard import SetupWizard
    from ui.features.unlock.damage_screen import DamageScreen
    from ui.features.unlock.unlock_screen import UnlockScreen
    from ui.startup.office_opening import OfficeOpener


def office_window_class() -> type[OfficeWindow]:
    """Return the window class of an open office; `DeferredImports` usually imports it before."""
    from ui.application.office_window import OfficeWindow

    return OfficeWindow


def create_screens(context: ScreenContext) -> OfficeScreens:
    """Create every screen of an open office and connect them to each other."""
    from ui.application import screen_registry

    return screen_registry.create_screens(context)


def task_runner_class() -> type[TaskRunner]:
    """Return the class that runs the database thread."""
    from ui.database_thread.task_runner import TaskRunner

    return TaskRunner


def restart_program(arguments: list[str]) -> None:
    """Replace this process by a new process of the program; returns only when that failed."""
    from reception.hardening.process_restart import command_for, replace_process

    replace_process(command_for("ui.app", arguments))


def error_sentence(error: ReceptionError, language: str) -> str:
    """Return the sentence of an expected failure; this imports the sentences of all subjects."""
    from reception.messages import catalogue

    return catalogue.error_sentence(error, language)


def start_debugging(options: Options) -> bool:
    """Start the output of ``--debug``; False when the office is not a demonstration."""
    from ui.application import debugging

    return debugging.start_debugging(options)


def show_already_open_message(app: QApplication, language: str) -> None:
    """Show the message that another window has the office open."""
    from ui.application import already_open_message

    already_open_message.show_already_open_message(app, language)


def setup_wizard_class() -> type[SetupWizard]:
    """Return the wizard class that sets up a new office."""
    from ui.features.setup.setup_wizard import SetupWizard

    return SetupWizard


def damage_screen_class() -> type[DamageScreen]:
    """Return the class of the page for an office that cannot be opened."""
    from ui.features.unlock.damage_screen import DamageScreen

    return DamageScreen


def explain_forgotten_password(screen: UnlockScreen, has_sheets: bool) -> None:
    """Open the dialog that lists how an account without its password can be opened again."""
    from ui.features.unlock.forgotten_password import ForgottenPassword

    dialog = ForgottenPassword(screen, has_sheets)
    dialog.sheets_wanted.connect(screen.sheets_wanted)
    dialog.closed.connect(dialog.deleteLater)
    dialog.open()


def create_recovery_screen(
    folder: Path, opener: OfficeOpener, runner: TaskRunner, language: str
) -> RecoveryScreen:
    """Return the page on which two recovery sheets open the office."""
    from ui.startup import recovery_wiring

    return recovery_wiring.create_recovery_screen(folder, opener, runner, language)


def create_restore_screen(
    folder: Path,
    machine_state_folder: Path,
    machine_name: str,
    opener: OfficeOpener,
    runner: TaskRunner,
) -> RestoreScreen:
    """Return the page on which a backup replaces the office."""
    from ui.startup import restore_wiring

    return restore_wiring.create_restore_screen(
        folder, machine_state_folder, machine_name, opener, runner
    )
