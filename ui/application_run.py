"""One run of the program: the application, its first window, and a polite no to a second one."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui.appearance.theme import theme
from ui.appearance.window_settings import WindowSettings
from ui.application.application_flow import ApplicationFlow
from ui.application.command_line import Options

# The style is named here: setting it from Python would hand a QStyle over, whose enumerations
# take 5 ms to make and which nothing before the first page needs.
ARGUMENTS = ["reception", "-style", "Fusion"]


def run(options: Options) -> int:
    """Run the one application of the process and return its exit status."""
    app = QApplication(ARGUMENTS)
    app.setApplicationName("reception")
    app.setQuitOnLastWindowClosed(True)
    program = ApplicationFlow(app, options, WindowSettings())
    if not program.start():
        _say_second_window(options)
        return 1
    if options.demonstration and (options.screenshots is not None or options.sign_in):
        _sign_in(program, options)
    return app.exec()


def _sign_in(program: ApplicationFlow, options: Options) -> None:
    """Take account and password from standard input; a demonstration's are no secret."""
    name, password = (sys.stdin.readline().rstrip("\n") for _ in range(2))
    if options.screenshots is None:
        program.sign_in(name, password)
        return
    from ui.demo_tour.demo_tour import DemoTour  # noqa: PLC0415  # for the demonstration alone

    DemoTour(program, options.screenshots, (name, password))


def _say_second_window(options: Options) -> None:
    """Say politely that the office is open already; a closed box ends the program."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  # rarely wanted

    from reception.messages.catalogue import sentence  # noqa: PLC0415  # rarely wanted

    text = sentence("unlock.second_window", options.language or WindowSettings().look().language)
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")
    if QApplication.platformName() == "offscreen":
        return
    theme().apply(_application())
    box = QMessageBox()
    box.setWindowTitle(QCoreApplication.translate("MainWindow", "Citizen reception register"))
    box.setText(text)
    box.exec()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there must be an application")
    return app
