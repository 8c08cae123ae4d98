"""What a key costs the window while a long text is typed: the letter, and the leak guard's look."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.fixtures.office import build_office
from tests.ui.conftest import send_text
from tests.ui.features.visit_entry.conftest import EntryStage, close_stage, open_stage
from tests.ui.features.visit_entry.entry_steps import K, type_person
from ui.appearance.theme import Mode, theme
from ui.application_run import QT_ARGUMENTS

_CHARACTERS, _KEYS = 20_000, 60
_LIMIT_MS = 5.0
_SENTENCE = "Gia đình đã sử dụng đất ổn định từ năm 1993, xã Bình Lư chưa trả lời {n} lần. "


def measure() -> list[tuple[str, float, float | None]]:
    """Return (name, ms of the processor, limit) for a text of many paragraphs and of one.

    The last figure is the longest step in which the whole text is read again after the identity
    has changed.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(QT_ARGUMENTS)
    if isinstance(application, QApplication):
        theme().apply(application, Mode.LIGHT, 1.0)
    with tempfile.TemporaryDirectory() as folder:
        stage = open_stage(build_office(Path(folder)))
        type_person(stage)
        stage.alt(K.Key_K)
        paragraphs, one = _keystroke(stage, "\n"), _keystroke(stage, "")
        bare = _key_in_bare_box(stage)
        rows: list[tuple[str, float, float | None]] = [
            ("keystroke in 20,000 characters, 60 paragraphs, ms", paragraphs, _LIMIT_MS),
            ("keystroke in 20,000 characters, one paragraph, ms", one, None),
            ("the same beyond Qt's own layout, ms", one - bare, _LIMIT_MS),
        ]
        rows.append(("longest step after a change of the name, ms", _longest_step(stage), None))
        close_stage(stage)
    return rows


def _keystroke(stage: EntryStage, paragraph_end: str) -> float:
    """Return the cost of a key in the middle of a text, with the guard's look at it."""
    summary = stage.screen.page.content_card.summary
    _fill(summary, paragraph_end)
    stage.screen.checker.check()
    return _cost([partial(send_text, summary), lambda _: stage.screen.checker.check()])


def _key_in_bare_box(stage: EntryStage) -> float:
    """Return what Qt needs for a key in one paragraph of the same length and width."""
    box = QPlainTextEdit(stage.window)
    box.resize(stage.screen.page.content_card.summary.size())
    box.show()
    _fill(box, "")
    cost = _cost([partial(send_text, box)])
    box.deleteLater()
    return cost


def _fill(box: QPlainTextEdit, paragraph_end: str) -> None:
    box.setPlainText(_long_text(paragraph_end))
    box.setFocus()
    cursor = box.textCursor()
    cursor.setPosition(_CHARACTERS // 2)
    box.setTextCursor(cursor)


def _cost(acts: Sequence[Callable[[str], object]]) -> float:
    """Return the lower quartile over many keys: other programs only ever add to a cost."""
    letters = ["a" if number % 7 else " " for number in range(_KEYS)]
    costs = [sum(_timed(partial(act, letter)) for act in acts) for letter in letters]
    return statistics.quantiles(costs, n=4)[0]


def _longest_step(stage: EntryStage) -> float:
    """Return the longest of the steps in which a new name is searched for."""
    name = stage.screen.page.person_card.fields.name
    stage.screen.page.focus_person()
    send_text(name, " Tám")
    costs = [_timed(stage.screen.checker.check_in_steps)]
    while not stage.screen.checker.is_complete:
        costs.append(_timed(stage.screen.checker.check_in_steps))
    return max(costs)


def _long_text(paragraph_end: str) -> str:
    parts = [
        _SENTENCE.format(n=number) + (paragraph_end if number % 4 == 3 else "")
        for number in range(_CHARACTERS // (len(_SENTENCE) - 2) + 1)
    ]
    return "".join(parts)[:_CHARACTERS]


def _timed(act: Callable[[], object]) -> float:
    start = time.thread_time()
    act()
    return (time.thread_time() - start) * 1000
