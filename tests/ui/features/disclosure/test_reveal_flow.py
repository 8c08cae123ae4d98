"""Opening an identity in the window: by key, for sixty seconds, and gone when one leaves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reception.domain.reveal import VISIBLE_SECONDS, IdentityPart, RevealSelection
from tests.fixtures.remote_viewing import simulate_remote_viewing
from tests.ui.conftest import send_text
from tests.ui.features.disclosure.reveal_stage import REASON, K, RevealStage, person_of
from tests.ui.waiting import wait_until_settled
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_reason_dialog import RevealReasonDialog


def label_texts(widget: QWidget) -> str:
    """Return the texts of a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_f9_reveals_the_requested_parts_and_is_logged(reveal_stage: RevealStage, qtbot) -> None:
    row = reveal_stage.select_visit("complaint")
    person = person_of(reveal_stage, row)
    shown = reveal_stage.open_identity()
    assert person.name in label_texts(shown)
    assert person.address.hamlet in label_texts(shown)
    assert person.paper.number not in label_texts(shown).replace(" ", "")
    assert person.phone not in label_texts(shown)
    assert shown.countdown.seconds_left == VISIBLE_SECONDS
    reveal_stage.press(K.Key_Escape)
    qtbot.waitUntil(lambda: reveal_stage.flow.reveal_dialog is None)
    assert person.name not in reveal_stage.register_stage.texts()
    qtbot.waitUntil(lambda: "Đã mở 1 lần" in seal_texts(reveal_stage))


def seal_texts(reveal_stage: RevealStage) -> str:
    """Return the text of the seal in the story panel."""
    names = (
        w.accessibleName()
        for w in reveal_stage.register_stage.screen.page.story_panel.findChildren(QWidget)
    )
    return "\n".join(names)


def test_it_closes_when_the_time_is_over(reveal_stage: RevealStage, qtbot) -> None:
    row = reveal_stage.select_visit("complaint")
    shown = reveal_stage.open_identity()
    for _ in range(VISIBLE_SECONDS - 1):
        shown._count_second()
    assert shown.isVisible()
    assert "Tự đóng sau 1 giây" in label_texts(shown)
    shown._count_second()
    assert not shown.isVisible()
    assert person_of(reveal_stage, row).name not in label_texts(shown)


def test_it_closes_when_the_window_is_left(reveal_stage: RevealStage, qtbot) -> None:
    row = reveal_stage.select_visit("complaint")
    reveal_stage.open_identity()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: reveal_stage.flow.reveal_dialog is None)
    assert person_of(reveal_stage, row).name not in reveal_stage.register_stage.texts()


def test_a_lock_takes_it_off_the_screen(reveal_stage: RevealStage) -> None:
    row = reveal_stage.select_visit("complaint")
    shown = reveal_stage.open_identity()
    reveal_stage.register_stage.screen.about_to_lock()
    assert reveal_stage.flow.reveal_dialog is None
    assert person_of(reveal_stage, row).name not in label_texts(shown)


def test_an_identity_opened_during_a_lock_is_not_shown(reveal_stage: RevealStage) -> None:
    row = reveal_stage.select_visit("complaint")
    reveal_stage.open_reason_dialog()
    reveal_stage.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reveal_stage.register_stage.screen.about_to_lock()
    wait_until_settled(reveal_stage.register_stage.window, reveal_stage.register_stage.runner)
    assert reveal_stage.flow.reveal_dialog is None
    assert person_of(reveal_stage, row).name not in reveal_stage.register_stage.texts()


def test_a_paper_made_during_a_lock_is_not_shown(reveal_stage: RevealStage) -> None:
    papers: list[object] = []
    reveal_stage.flow.paper_made.connect(papers.append)
    reveal_stage.select_visit("complaint")
    reason_dialog = reveal_stage.open_reason_dialog()
    parts = frozenset({IdentityPart.NAME, IdentityPart.ADDRESS})
    reason_dialog.selection_submitted.emit(RevealSelection("reprint", REASON, parts), "")
    reveal_stage.register_stage.screen.about_to_lock()
    wait_until_settled(reveal_stage.register_stage.window, reveal_stage.register_stage.runner)
    assert papers == []


def test_nothing_of_it_can_be_copied_or_dragged(reveal_stage: RevealStage) -> None:
    reveal_stage.select_visit("complaint")
    shown = reveal_stage.open_identity()
    QApplication.clipboard().setText("trước")
    for key in (K.Key_A, K.Key_C, K.Key_P):
        reveal_stage.press(key, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "trước"
    for label in shown.findChildren(QLabel):
        flags = label.textInteractionFlags()
        assert not flags & Qt.TextInteractionFlag.TextSelectableByMouse
        assert not flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_denouncer_is_asked_for_without_a_name(reveal_stage: RevealStage) -> None:
    """The head, who is no custodian, gets the dialog of a request."""
    row = reveal_stage.select_visit("denunciation")
    reveal_stage.press(K.Key_F9)
    dialog = reveal_stage.dialog(RevealReasonDialog)
    assert isinstance(dialog, RevealReasonDialog)
    assert "Chỉ người giữ danh tính duyệt được" in dialog.banner.text()
    assert person_of(reveal_stage, row).name not in reveal_stage.register_stage.texts()


def test_a_reason_with_a_name_is_corrected_without_retyping(
    reveal_stage: RevealStage, qtbot
) -> None:
    row = reveal_stage.select_visit("complaint")
    reason_dialog = reveal_stage.open_reason_dialog()
    send_text(reason_dialog.explanation, f" cho {person_of(reveal_stage, row).name}")
    reveal_stage.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "không nêu tên" in reason_dialog.banner.text())
    assert reason_dialog.isVisible()
    assert reason_dialog.explanation.value().startswith(REASON)
    assert not reason_dialog.open_button.busy
    assert reveal_stage.flow.reveal_dialog is None


def test_a_reason_with_a_paper_makes_the_paper_and_shows_no_name(
    reveal_stage: RevealStage, qtbot
) -> None:
    made: list[object] = []
    reveal_stage.flow.paper_made.connect(made.append)
    row = reveal_stage.select_visit("complaint")
    reason_dialog = reveal_stage.open_reason_dialog()
    reprint = next(
        b
        for b, reason in reason_dialog.fields.reason_by_button.items()
        if reason.paper == "citizen_copy"
    )
    reprint.setChecked(True)
    assert reason_dialog.open_button.text() == "Lập giấy"
    reveal_stage.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(made))
    assert made[0].pdf.startswith(b"%PDF")  # type: ignore[attr-defined]
    assert reveal_stage.flow.reveal_dialog is None
    assert not [
        d
        for d in reveal_stage.register_stage.window.findChildren(RevealReasonDialog)
        if d.isVisible()
    ]
    assert person_of(reveal_stage, row).name not in reveal_stage.register_stage.texts()


def test_a_short_reason_or_no_part_disables_the_button(reveal_stage: RevealStage) -> None:
    reveal_stage.select_visit("complaint")
    reason_dialog = reveal_stage.open_reason_dialog()
    assert reason_dialog.open_button.isEnabled()
    for tick in reason_dialog.part_boxes.values():
        tick.setChecked(False)
    assert not reason_dialog.open_button.isEnabled()
    next(iter(reason_dialog.part_boxes.values())).setChecked(True)
    reason_dialog.explanation.set_text("ngắn")
    assert not reason_dialog.open_button.isEnabled()


def test_a_display_over_the_network_shuts_it(reveal_stage: RevealStage, qtbot) -> None:
    simulate_remote_viewing(reveal_stage.register_stage.opened[0])
    reveal_stage.select_visit("complaint")
    reveal_stage.press(K.Key_F9)
    qtbot.waitUntil(reveal_stage.register_stage.window.toast.isVisible)
    assert not [
        d
        for d in reveal_stage.register_stage.window.findChildren(RevealReasonDialog)
        if d.isVisible()
    ]


def test_an_identity_is_not_shown_after_leaving_the_page(reveal_stage: RevealStage, qtbot) -> None:
    logged_reveals: list[bool] = []
    reveal_stage.flow.reveal_logged.connect(lambda: logged_reveals.append(True))
    reveal_stage.select_visit("complaint")
    reveal_stage.open_reason_dialog()
    reveal_stage.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reveal_stage.press(K.Key_Escape)
    wait_until_settled(reveal_stage.register_stage.window, reveal_stage.register_stage.runner)
    assert reveal_stage.flow.reveal_dialog is None
    assert logged_reveals == [True]


def test_pictures(reveal_stage: RevealStage, picture) -> None:
    reveal_stage.select_visit("complaint")
    reason_dialog = reveal_stage.open_reason_dialog()
    picture(reveal_stage.register_stage.window, "04c-reveal-ordinary")
    reason_dialog.open_button.click()
    shown = reveal_stage.dialog(RevealDialog)
    picture(reveal_stage.register_stage.window, "04b-reveal-open")
    QApplication.sendEvent(shown, QEvent(QEvent.Type.WindowDeactivate))


@pytest.mark.parametrize("focus", ["explanation", "open_button"])
def test_the_keys_pressed_twice_open_once(reveal_stage: RevealStage, focus: str) -> None:
    reveal_stage.select_visit("complaint")
    dialog = reveal_stage.open_reason_dialog()
    submitted: list[object] = []
    dialog.selection_submitted.connect(lambda selection, _password: submitted.append(selection))
    for _ in range(2):
        getattr(dialog, focus).setFocus()
        reveal_stage.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.open_button.busy
    assert len(submitted) == 1
