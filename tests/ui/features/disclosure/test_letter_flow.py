"""A letter to an ordinary reporter in the window: F9, reason, words, paper; by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.fixtures.remote_viewing import simulate_remote_viewing
from tests.ui.conftest import send_text
from tests.ui.features.disclosure.reveal_stage import RevealStage, person_of
from tests.ui.layout_checks import layout_faults
from ui.appearance.theme import Mode, theme
from ui.features.disclosure.letter_dialog import LetterDialog
from ui.features.disclosure.reveal_reason_dialog import RevealReasonDialog

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
BODY = "Ban Tiếp công dân đã nhận kết quả giải quyết. Đề nghị đến nhận trong tháng này."


def visible_dialogs(reveal_stage: RevealStage, kind: type) -> list:
    return [d for d in reveal_stage.register_stage.window.findChildren(kind) if d.isVisible()]


def open_letter_dialog(reveal_stage: RevealStage) -> LetterDialog:
    """Press F9, choose the letter as reason and open the dialog for its text."""
    reveal_stage.select_visit("complaint")
    reason_dialog = reveal_stage.open_reason_dialog()
    first = next(iter(reason_dialog.fields.reason_by_button))
    first.setFocus()
    reveal_stage.press(K.Key_Right)
    reason = reason_dialog.fields.selected_reason()
    assert reason is not None
    assert reason.vietnamese == "Thư gửi người đến"
    reason_dialog.explanation.setFocus()
    reveal_stage.press(K.Key_Return, CTRL)
    dialog = reveal_stage.dialog(LetterDialog)
    assert isinstance(dialog, LetterDialog)
    return dialog


def test_from_f9_to_the_paper_by_keys(reveal_stage: RevealStage, qtbot) -> None:
    made: list = []
    reveal_stage.flow.paper_made.connect(made.append)
    dialog = open_letter_dialog(reveal_stage)
    person = person_of(reveal_stage, reveal_stage.register_stage.screen.page.table.current_row())
    assert dialog.text_area.hasFocus()
    assert not dialog.make_button.isEnabled()
    send_text(dialog.text_area, BODY)
    reveal_stage.press(K.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(made))
    assert made[0].form.title == "Thư gửi người đến"
    assert made[0].holds_identity
    assert not visible_dialogs(reveal_stage, LetterDialog)
    assert not visible_dialogs(reveal_stage, RevealReasonDialog)
    assert person.name not in reveal_stage.register_stage.texts()
    assert reveal_stage.flow._letter_flow._saved_text == ""


def test_a_word_under_composition_is_in_the_letter(
    reveal_stage: RevealStage, qtbot, compose
) -> None:
    dialog = open_letter_dialog(reveal_stage)
    letters: list = []
    dialog.text_submitted.connect(letters.append)
    send_text(dialog.text_area, BODY)
    compose(dialog.text_area, " ơi")
    reveal_stage.press(K.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(letters))
    assert letters[0].body == f"{BODY} ơi"


def test_a_refused_letter_is_corrected_without_retyping(reveal_stage: RevealStage, qtbot) -> None:
    dialog = open_letter_dialog(reveal_stage)
    send_text(dialog.text_area, f"{BODY} Xem TC-0001.")
    reveal_stage.press(K.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "mã của một tố cáo" in dialog.banner.text())
    assert dialog.isVisible()
    assert dialog.text_area.value().startswith(BODY)
    assert dialog.text_area.hasFocus()
    assert dialog.make_button.isEnabled()


def test_esc_returns_to_the_reason_and_keeps_the_text(reveal_stage: RevealStage, qtbot) -> None:
    dialog = open_letter_dialog(reveal_stage)
    send_text(dialog.text_area, BODY)
    reveal_stage.press(K.Key_Escape)
    qtbot.waitUntil(lambda: not visible_dialogs(reveal_stage, LetterDialog))
    (reason_dialog,) = visible_dialogs(reveal_stage, RevealReasonDialog)
    assert not reason_dialog.open_button.busy
    assert reason_dialog.isAncestorOf(QApplication.focusWidget())
    reveal_stage.press(K.Key_Return, CTRL)
    again = reveal_stage.dialog(LetterDialog)
    assert isinstance(again, LetterDialog)
    assert again.text_area.value() == BODY
    reveal_stage.press(K.Key_Escape)
    reveal_stage.press(K.Key_Escape)
    assert not visible_dialogs(reveal_stage, RevealReasonDialog)
    assert reveal_stage.flow._letter_flow._saved_text == ""


def test_a_reason_with_the_persons_name_returns_to_the_reason(
    reveal_stage: RevealStage, qtbot
) -> None:
    reveal_stage.select_visit("complaint")
    name = person_of(reveal_stage, reveal_stage.register_stage.screen.page.table.current_row()).name
    open_letter_dialog(reveal_stage)
    assert not visible_dialogs(reveal_stage, RevealReasonDialog)
    reveal_stage.press(K.Key_Escape)
    reason_dialog = visible_dialogs(reveal_stage, RevealReasonDialog)[0]
    send_text(reason_dialog.explanation, f" cho {name}")
    reveal_stage.press(K.Key_Return, CTRL)
    dialog = reveal_stage.dialog(LetterDialog)
    assert isinstance(dialog, LetterDialog)
    send_text(dialog.text_area, BODY)
    reveal_stage.press(K.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "không nêu tên" in reason_dialog.banner.text())
    assert not visible_dialogs(reveal_stage, LetterDialog)
    assert reason_dialog.explanation.hasFocus()


def test_a_lock_takes_the_letter_off_the_screen(reveal_stage: RevealStage) -> None:
    dialog = open_letter_dialog(reveal_stage)
    send_text(dialog.text_area, BODY)
    reveal_stage.register_stage.screen.about_to_lock()
    assert not visible_dialogs(reveal_stage, LetterDialog)
    assert reveal_stage.flow._letter_flow._saved_text == ""


def test_a_display_over_the_network_shuts_it(reveal_stage: RevealStage, qtbot) -> None:
    made: list = []
    reveal_stage.flow.paper_made.connect(made.append)
    dialog = open_letter_dialog(reveal_stage)
    send_text(dialog.text_area, BODY)
    simulate_remote_viewing(reveal_stage.register_stage.opened[0])
    reveal_stage.press(K.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "máy khác" in dialog.banner.text())
    assert not made


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (1366, 696)), (1.0, (1280, 648)), (1.5, (1920, 1010))]
)
def test_nothing_is_cut(reveal_stage: RevealStage, themed, picture, scale, size, mode) -> None:
    theme().apply(themed, mode, scale)
    reveal_stage.register_stage.window.resize(*size)
    dialog = open_letter_dialog(reveal_stage)
    send_text(dialog.text_area, BODY)
    picture(reveal_stage.register_stage.window, f"letter-{size[0]}-{mode.value}")
    assert layout_faults(dialog) == []
    reveal_stage.press(K.Key_Escape)
    reason_dialog = visible_dialogs(reveal_stage, RevealReasonDialog)[0]
    picture(reveal_stage.register_stage.window, f"letter-reason-{size[0]}-{mode.value}")
    assert layout_faults(reason_dialog) == []
