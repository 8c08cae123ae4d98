"""One run of the program, from the application object to its exit status."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from ui.appearance.window_settings import WindowSettings
from ui.application.command_line import Options
from ui.startup import lazy_features
from ui.startup.application_flow import ApplicationFlow

# The style is an argument of Qt, so that neither the desktop nor a variable can set another one.
QT_ARGUMENTS = ["reception", "-style", "Fusion"]


def run(options: Options) -> int:
    """Run the one application of the process and return its exit status.

    The status is 0, 1 when another window has the office open, 2 when ``--debug`` is refused.
    """
    if options.debug and not lazy_features.start_debugging(options):
        return 2
    app = QApplication(QT_ARGUMENTS)
    app.setApplicationName("reception")
    app.setQuitOnLastWindowClosed(True)
    program = ApplicationFlow(app, options, WindowSettings())
    if not program.start():
        language = options.language or WindowSettings().appearance().language
        lazy_features.show_already_open_message(app, language)
        return 1
    if options.demonstration and (options.screenshots is not None or options.sign_in):
        _sign_in(program, options)
    return app.exec()


def _sign_in(program: ApplicationFlow, options: Options) -> None:
    """Read account name and password from standard input; a demonstration has no secret ones."""
    name, password = (sys.stdin.readline().rstrip("\n") for _ in range(2))
    if options.screenshots is None:
        program.sign_in(name, password)
        return
    from ui.demo_tour.demo_tour import DemoTour  # noqa: PLC0415  # not for a real office

    DemoTour(program, options.screenshots, (name, password))
