"""Underlines stay with their words while the text around them changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import send_preedit, send_text
from tests.ui.features.visit_entry.entry_steps import type_person
from tests.ui.waiting import wait_until

K = Qt.Key
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
NAME = "Nguyễn Văn Bảy"
TEXT = f"Đoạn thứ nhất.\nGia đình {NAME} có đất.\nĐoạn thứ ba.\nÔng {NAME} đề nghị."


@pytest.fixture
def summary(entry_stage):
    """The summary with a text of four paragraphs, two of which name the reporter."""
    type_person(entry_stage)
    entry_stage.alt(K.Key_K)
    area = entry_stage.screen.page.content_card.summary
    area.setFocus()
    send_text(area, TEXT)
    wait_until(lambda: len(underlined(area)) == 2)
    # From here on nothing but the edits moves the underlines.
    entry_stage.screen.checker.blockSignals(True)
    entry_stage.screen.page.edited.disconnect(entry_stage.screen.checker._timer.start)
    return area


def underlined(area) -> list[str]:
    """Return the words that are drawn with a wavy line, as Qt lays them out."""
    words = []
    block = area.document().begin()
    while block.isValid():
        layout = block.layout()
        composed, place = layout.preeditAreaText(), 2 * layout.preeditAreaPosition()
        shown = block.text().encode("utf-16-le")
        if composed:
            shown = shown[:place] + composed.encode("utf-16-le") + shown[place:]
        words += [
            shown[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le")
            for part in layout.formats()
            if part.format.underlineStyle() == WAVE
        ]
        block = block.next()
    return words


def put_cursor(area, words: str, *, behind: bool = False) -> None:
    """Put the cursor before the first occurrence of words, or behind it."""
    found = area.document().find(words)
    assert not found.isNull()
    cursor = area.textCursor()
    cursor.setPosition(found.selectionEnd() if behind else found.selectionStart())
    area.setTextCursor(cursor)


def name_only(words: list[str]) -> list[str]:
    return [word.removeprefix("Ông ") for word in words]


def test_lines_typed_above_push_the_marks_down(summary, entry_stage):
    put_cursor(summary, "Đoạn thứ nhất")
    for _ in range(3):
        entry_stage.key(K.Key_Return)
    send_text(summary, "😀 Thêm một câu. ")
    assert name_only(underlined(summary)) == [NAME, NAME]


def test_a_line_deleted_above_pulls_them_up(summary, entry_stage):
    cursor = QTextCursor(summary.document())
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    summary.setTextCursor(cursor)
    entry_stage.key(K.Key_Delete)
    assert summary.toPlainText().startswith("Gia đình")
    assert name_only(underlined(summary)) == [NAME, NAME]


def test_paste_and_undo_and_redo_keep_them(summary, entry_stage):
    data = QMimeData()
    data.setText("Dán một.\nDán hai.\nDán ba. ")
    QGuiApplication.clipboard().setMimeData(data)
    put_cursor(summary, "Gia đình")
    entry_stage.control(K.Key_V)
    assert name_only(underlined(summary)) == [NAME, NAME]
    entry_stage.control(K.Key_Z)
    assert summary.toPlainText() == TEXT
    assert name_only(underlined(summary)) == [NAME, NAME]
    summary.redo()
    assert name_only(underlined(summary)) == [NAME, NAME]


def test_a_composed_word_moves_no_mark(summary):
    put_cursor(summary, "Gia đình")
    for composed in ("c", "cu", "cũ", "cũn", "cũng"):
        send_preedit(summary, composed)
        assert name_only(underlined(summary)) == [NAME, NAME]
    send_preedit(summary, "")
    send_text(summary, "cũng ")
    assert name_only(underlined(summary)) == [NAME, NAME]


def test_paragraphs_joined_and_split_keep_them(summary, entry_stage):
    put_cursor(summary, "Gia đình")
    entry_stage.key(K.Key_Backspace)
    assert name_only(underlined(summary)) == [NAME, NAME]
    put_cursor(summary, "có đất")
    entry_stage.key(K.Key_Return)
    assert name_only(underlined(summary)) == [NAME, NAME]


def test_a_word_taken_out_takes_its_mark_along(summary, entry_stage):
    put_cursor(summary, NAME)
    cursor = summary.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    summary.setTextCursor(cursor)
    entry_stage.key(K.Key_Delete)
    assert name_only(underlined(summary)) == [NAME]


def test_a_name_over_two_paragraphs_is_marked_in_both(entry_stage):
    type_person(entry_stage)
    entry_stage.alt(K.Key_K)
    area = entry_stage.screen.page.content_card.summary
    area.setFocus()
    send_text(area, "Đề nghị của Nguyễn Văn\nBảy được xem xét.")
    wait_until(lambda: underlined(area) == ["Nguyễn Văn", "Bảy"])


def test_another_name_marks_a_long_text_again(entry_stage):
    type_person(entry_stage)
    entry_stage.alt(K.Key_K)
    area = entry_stage.screen.page.content_card.summary
    filler = "Không nêu tên ai trong câu này cả. " * 100
    area.setFocus()
    send_text(area, f"{filler}\n{NAME} và Tòng Thị Mơ.\n{filler}\n😀 {NAME} về.")
    wait_until(lambda: underlined(area) == [NAME, NAME])
    entry_stage.screen.page.focus_person()
    name = QApplication.focusWidget()
    name.selectAll()
    send_text(name, "Tòng Thị Mơ")
    wait_until(lambda: underlined(area) == ["Tòng Thị Mơ"])
