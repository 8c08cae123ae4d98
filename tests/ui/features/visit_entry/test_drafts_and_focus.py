"""Drafts, covered fields and the focus of visit entry."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from shiboken6 import isValid

from tests.sandbox.sample_files import picture
from tests.ui.features.visit_entry.conftest import NAME, close_stage, open_stage
from tests.ui.features.visit_entry.entry_steps import (
    all_texts,
    error_sentences,
    save_visit,
    type_content,
    type_person,
)
from tests.ui.waiting import printed_sheets
from ui.appearance import translation
from ui.appearance.theme import theme
from ui.features.printing.print_flow import PrintFlow
from ui.features.printing.print_preview import PrintPreview
from ui.features.visit_entry.draft_keeping import DRAFT_DELAY_MS
from ui.features.visit_entry.readback_dialog import ReadBackDialog
from ui.features.visit_entry.scan_dialog import ScanDialog
from ui.features.visit_entry.scan_row import ScanRow
from ui.widgets.painting import text_width
from ui.widgets.text_field import TextField

K = Qt.Key


def test_a_draft_is_restored_after_a_crash(entry_stage):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Chưa kịp lưu.")
    entry_stage.settle(DRAFT_DELAY_MS + 300)
    assert not entry_stage.screen.page.action_row.draft_time_line.isHidden()
    entry_stage.runner.run(entry_stage.reception.session.database.close)
    entry_stage.settle()
    again = open_stage(entry_stage.office)
    drafts = again.ask(again.reception.drafts.own_drafts)
    again.screen.offer_drafts(drafts, True)
    assert again.screen.page.person_card.collect().name == NAME
    assert again.screen.page.content_card.summary.toPlainText() == "Chưa kịp lưu."
    save_visit(again)
    assert again.ask(again.reception.drafts.own_drafts) == []
    close_stage(again)


def test_locking_keeps_the_word_being_composed(entry_stage, compose):
    type_person(entry_stage)
    entry_stage.alt(K.Key_K)
    entry_stage.screen.page.content_card.summary.setFocus()
    compose(entry_stage.screen.page.content_card.summary, "chữ")
    entry_stage.screen.about_to_lock()
    entry_stage.settle()
    draft = entry_stage.ask(entry_stage.reception.drafts.own_drafts)[0]
    assert draft.form["entries"][0]["summary"] == "chữ"


def test_nothing_on_the_screen_holds_the_name_when_covered(entry_stage):
    type_person(entry_stage)
    fields = entry_stage.screen.page.person_card.fields
    type_content(entry_stage, K.Key_K, "Nội dung.")
    assert fields.mask_group.is_masked
    for text in all_texts(entry_stage.window):
        for word in (NAME, "012068000123", "012 068 000 123", "1968", "Bình Lư"):
            assert word not in text
    assert not fields.name.isUndoAvailable()
    entry_stage.alt(K.Key_1)
    assert fields.name.text() == NAME
    assert fields.name.hasFocus()


def test_covering_can_be_switched_off(entry_stage):
    type_person(entry_stage)
    entry_stage.key(K.Key_F8)
    type_content(entry_stage, K.Key_K, "Nội dung.")
    assert not entry_stage.screen.page.person_card.fields.mask_group.is_masked


def test_an_ambiguous_commune_is_asked_and_an_old_one_translated(entry_stage):
    fields = entry_stage.screen.page.person_card.fields
    entry_stage.type("Mường Than", fields.commune)
    entry_stage.key(K.Key_Tab)
    asked = not fields.commune_choice_field.isHidden()
    translated = bool(fields.commune_field.note())
    assert asked or translated or fields.commune.text() == "Xã Mường Than"


def test_tab_runs_as_the_conversation_does(entry_stage):
    entry_stage.alt(K.Key_K)
    entry_stage.screen.page.person_card.cover_toggle.setChecked(False)
    fields, content_card = (
        entry_stage.screen.page.person_card.fields,
        entry_stage.screen.page.content_card,
    )
    fields.name.setFocus()
    wanted = [
        fields.birth, fields.sex, fields.number, fields.issued_on, fields.commune, fields.hamlet,
    ]  # fmt: skip
    for field in wanted:
        entry_stage.key(K.Key_Tab)
        assert field.hasFocus(), field
    seen = []
    for _ in range(20):
        entry_stage.key(K.Key_Tab)
        seen.append(QApplication.focusWidget())
    order = [
        content_card.petition_field,
        content_card.respondent,
        content_card.place,
        content_card.summary,
    ]
    order += [content_card.request, content_card.settled_by, content_card.settled_round.spin]
    order += [entry_stage.screen.page.outcome_card.within_competence]
    places = [seen.index(widget) for widget in order]
    assert places == sorted(places)


def test_reading_back_shows_the_visit_and_records_the_checks(entry_stage):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Đề nghị xem lại mức bồi thường.")
    entry_stage.key(K.Key_F7)
    page = entry_stage.window.findChild(ReadBackDialog)
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert "Đề nghị xem lại mức bồi thường." in texts
    assert not any(NAME in text for text in texts)
    page.agreed_box.setChecked(True)
    entry_stage.key(K.Key_Return)
    assert entry_stage.screen.drafts.collect().read_back is True


def test_a_new_visit_keeps_the_input_as_a_draft(entry_stage):
    type_person(entry_stage)
    entry_stage.screen.new_visit()
    entry_stage.key(K.Key_Return)
    entry_stage.settle(300)
    assert entry_stage.screen.page.person_card.collect().name == ""
    assert len(entry_stage.ask(entry_stage.reception.drafts.own_drafts)) == 1


def test_the_form_fits_both_windows(entry_stage, qtbot):
    bar = entry_stage.screen.page.scroll_area.verticalScrollBar()
    for width, height in ((1366, 696), (1280, 648)):
        entry_stage.window.resize(width, height)
        entry_stage.settle(60)
        qtbot.waitUntil(lambda: bar.maximum() == 0)  # once the layout has come to rest


def test_the_focus_returns_from_a_dialog_to_a_covered_section(entry_stage):
    entry_stage.type(NAME, entry_stage.screen.page.person_card.fields.name)
    entry_stage.key(K.Key_F1)
    entry_stage.settle()
    entry_stage.key(K.Key_Escape)
    entry_stage.settle()
    assert entry_stage.screen.isAncestorOf(QApplication.focusWidget())
    entry_stage.key(K.Key_Tab)
    assert QApplication.focusWidget() is not None


def words_of(pdf):
    """Return the text of a printed sheet."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


@pytest.fixture
def papers(entry_stage, private_cups):
    """Return the print flow of visit entry, with private printers."""
    print_flow = PrintFlow(entry_stage.reception, entry_stage.runner, entry_stage.window)
    entry_stage.screen.papers_made.connect(print_flow.preview_jobs)
    print_flow.emptied.connect(entry_stage.screen.focus_next_person)
    yield print_flow
    print_flow.print_thread.close()


def test_after_the_papers_the_desk_is_ready_for_the_next_person(
    entry_stage, papers, private_cups, qtbot
):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Đề nghị xem lại mức bồi thường.")
    entry_stage.control(K.Key_P)
    qtbot.waitUntil(lambda: bool(entry_stage.window.findChildren(PrintPreview)))
    preview = entry_stage.window.findChildren(PrintPreview)[0]
    qtbot.waitUntil(lambda: preview.options_panel.printer is not None)
    preview.accept()
    qtbot.waitUntil(lambda: papers.idle)
    entry_stage.settle()
    assert len(printed_sheets(private_cups, 1)) == 1
    assert entry_stage.screen.page.person_card.fields.name.hasFocus()


def test_the_list_of_the_day_cuts_no_code(entry_stage):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Đề nghị xem lại mức bồi thường.")
    save_visit(entry_stage)
    list_ = entry_stage.screen.page.day_panel.list_view
    # the widest ordinary title, a scroll bar beside it
    room_for = list_.width() - theme().px(10) - theme().px(58 + 4 + 14 + 6)
    assert text_width("Người khiếu nại · KN-0008", "label") <= room_for


def test_the_statement_record_is_printed_after_saving(entry_stage, papers, private_cups, qtbot):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_T, "Cán bộ xã thu tiền không có biên lai.")
    entry_stage.key(K.Key_F7)
    entry_stage.settle()
    page = next(p for p in entry_stage.window.findChildren(ReadBackDialog) if p.isVisible())
    for box in (page.agreed_box, page.statement_record_box):
        box.setFocus()
        entry_stage.key(K.Key_Space)
    entry_stage.key(K.Key_Return)
    entry_stage.control(K.Key_S)
    for count in (1, 2):  # one for the envelope, one without identity for the file
        qtbot.waitUntil(
            lambda: any(p.isVisible() for p in entry_stage.window.findChildren(PrintPreview))
        )
        preview = next(p for p in entry_stage.window.findChildren(PrintPreview) if p.isVisible())
        qtbot.waitUntil(lambda p=preview: p.options_panel.printer is not None)
        preview.accept()
        printed_sheets(private_cups, count)
        qtbot.waitUntil(lambda p=preview: not isValid(p) or not p.isVisible())
    qtbot.waitUntil(lambda: papers.idle)
    texts = [words_of(sheet) for sheet in private_cups.sheets()]
    assert all("Cán bộ xã thu tiền" in text for text in texts)
    assert not any(NAME in text for text in texts)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_scan_is_attached_by_key_listed_and_dropped(entry_stage, qtbot, tmp_path):
    good, bad = tmp_path / "don.png", tmp_path / "gia.pdf"
    good.write_bytes(picture("PNG"))
    bad.write_bytes(b"%PDF-1.7 khong phai")
    type_person(entry_stage)
    type_content(entry_stage, K.Key_T, "Cán bộ xã thu tiền không có biên lai.")
    for path in (bad, good):
        entry_stage.alt(K.Key_A)
        entry_stage.settle()
        chooser = next(d for d in entry_stage.screen.findChildren(QFileDialog) if d.isVisible())
        entry_stage.type(str(path), chooser.findChild(QLineEdit, "fileNameEdit"))
        entry_stage.key(K.Key_Return)
        entry_stage.window.activateWindow()  # as a window manager does when the chooser goes
        entry_stage.settle(400)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in entry_stage.window.findChildren(ScanDialog)))
    assert (
        entry_stage.screen.page.error_banner.isVisible()
    )  # the one that is no PDF was refused with a sentence
    dialog = next(d for d in entry_stage.window.findChildren(ScanDialog) if d.isVisible())
    assert not dialog.shows_person_box.isEnabled()  # of a denunciation everything is sealed
    dialog.accept()
    entry_stage.settle()
    lines = entry_stage.screen.page.papers_card.findChildren(ScanRow)
    assert [line.line.accessibleName() for line in lines] == [
        "Bản quét 1: PNG, 1 trang, niêm phong khi lưu"
    ]
    row = save_visit(entry_stage)
    kept = entry_stage.ask(
        lambda: entry_stage.reception.session.database.query(
            "SELECT sealed, content FROM attachment"
        )
    )
    assert row.kind == "denunciation"
    assert [(item["sealed"], item["content"]) for item in kept] == [(1, None)]
    assert entry_stage.screen.drafts.collect().scans == ()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_folder_of_a_scan_is_not_stored(entry_stage, tmp_path, qtbot):
    folder = tmp_path / "Đơn của Vừ Zuân Khẩy"
    folder.mkdir()
    (folder / "don.png").write_bytes(picture("PNG"))
    entry_stage.alt(K.Key_A)
    entry_stage.settle()
    chooser = next(d for d in entry_stage.screen.findChildren(QFileDialog) if d.isVisible())
    for words in (str(folder), "don.png"):  # into the folder, then the file
        line = chooser.findChild(QLineEdit, "fileNameEdit")
        line.clear()
        entry_stage.type(words, line)
        entry_stage.key(K.Key_Return)
        entry_stage.settle()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in entry_stage.window.findChildren(ScanDialog)))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(chooser)
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert not any("Khẩy" in str(kept.value(key)) for key in kept.allKeys())
    written = Path(kept.fileName())
    assert not written.exists() or b"Zu" not in written.read_bytes()
    next(d for d in entry_stage.window.findChildren(ScanDialog) if d.isVisible()).reject()


def test_del_drops_a_scan(entry_stage, tmp_path, qtbot):
    file = tmp_path / "don.png"
    file.write_bytes(picture("PNG"))
    entry_stage.screen.scans.attach_file(str(file))
    qtbot.waitUntil(lambda: any(d.isVisible() for d in entry_stage.window.findChildren(ScanDialog)))
    next(d for d in entry_stage.window.findChildren(ScanDialog) if d.isVisible()).accept()
    entry_stage.settle()
    entry_stage.screen.page.papers_card.findChildren(ScanRow)[0].remove_button.setFocus()
    entry_stage.key(K.Key_Delete)
    entry_stage.settle()
    assert entry_stage.screen.drafts.collect().scans == ()
    assert not any(
        line.isVisible() for line in entry_stage.screen.page.papers_card.findChildren(ScanRow)
    )


def test_in_english_every_text_of_visit_entry_is_english(entry_stage, themed):
    translation.install(themed, "en")
    entry_stage.control(K.Key_S)
    entry_stage.settle(300)
    assert any(re.search(r"\b(the|is|a)\b", sentence) for sentence in error_sentences(entry_stage))
    assert not any(
        re.search("[ạảấầậẹếềệịọốồộụứừựỳ]", sentence) for sentence in error_sentences(entry_stage)
    )


def test_typing_continues_in_the_same_field_after_a_dialog_or_window(entry_stage):
    name = entry_stage.screen.page.person_card.fields.name
    entry_stage.type("Nguyễn Văn", name)
    entry_stage.key(K.Key_F1)
    entry_stage.settle()
    entry_stage.key(K.Key_Escape)
    entry_stage.settle()
    name.setFocus()
    entry_stage.type(" Bảy")
    assert name.text() == "Nguyễn Văn Bảy"
    field = next(
        f for f in entry_stage.screen.page.content_card.findChildren(TextField) if f.isVisible()
    )
    entry_stage.type("Đất", field)
    for reason in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.OtherFocusReason):
        field.clearFocus()
        field.setFocus(reason)
        entry_stage.type(" đai", field)
    assert field.text() == "Đất đai đai"
