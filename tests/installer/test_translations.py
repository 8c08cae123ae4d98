"""The check of translations finds each kind of fault."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from installer import translations
from installer.catalogue import read_translations, write_translations
from installer.compiled_texts import compile_texts
from installer.texts import Text, texts_in


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A small window with its texts, in place of ours."""
    (tmp_path / "ui").mkdir()
    folder = tmp_path / "resources" / "i18n"
    folder.mkdir(parents=True)
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "FOLDER", folder)
    return tmp_path


def _window(office, *lines: str) -> None:
    source = ["from PySide6.QtCore import QCoreApplication", "translate = print", *lines]
    (office / "ui" / "window.py").write_text("\n".join(source), encoding="utf-8")


def test_a_new_text_is_unfinished_until_filled(office):
    _window(office, 'QCoreApplication.translate("Desk", "Save and seal")')
    translations.update("vi")
    assert translations.missing("vi") == {"Desk": {"Save and seal": ""}}
    assert "not translated: 'Save and seal'" in translations.check()[0]
    assert translations.fill("vi", {"Desk": {"Save and seal": "Lưu và niêm phong"}}) == []
    assert translations.check() == []


def test_unused_texts_are_removed(office):
    _window(office, 'translate("Desk", "Old")')
    translations.fill("vi", {"Desk": {"Old": "Cũ"}})
    _window(office, 'translate("Desk", "New")')
    assert any("unused: 'Old'" in fault for fault in translations.check())
    translations.update("vi")
    assert [text.source for text in read_translations(translations.path_of("vi"))] == ["New"]


def test_filling_an_unknown_text_is_reported(office):
    _window(office)
    assert translations.fill("vi", {"Desk": {"Nowhere": "Không"}}) == [
        "Desk: no such text: Nowhere"
    ]


@pytest.mark.parametrize(
    ("source", "vietnamese", "fault"),
    [
        ("{count} visits", "lượt", "placeholders"),
        ("%1 of %2", "%1", "placeholders"),
        ("&Save", "Lưu", "mnemonic"),
        ("Save", "&Lưu", "mnemonic"),
        ("Save", "", "not translated"),
    ],
)
def test_faults_of_one_text(source, vietnamese, fault):
    assert fault in translations.faults_of(Text("Desk", source), (vietnamese,))[0]


def test_the_singular_may_leave_the_number_out():
    text = Text("Desk", "Print %n copies", has_plural_forms=True)
    assert translations.faults_of(text, ("Print one copy", "Print %n copies")) == []
    assert translations.faults_of(text, ("Print one copy", "Print copies")) != []


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        ('translate("Desk", f"Visit {1}")', "must be a literal"),
        ('translate("Desk", "Visit %s" % 1)', "must be a literal"),
        ('translate("Desk", "{n}".format(n=1))', "must be a literal"),
        ('translate(__name__, "Visit")', "context"),
        ('window.tr("Visit")', "self.tr"),
    ],
)
def test_calls_that_hide_a_text(office, call, fault):
    _window(office, call)
    assert any(fault in found for found in translations.check())


def test_counted_texts_and_marked_tables_are_found(office):
    _window(
        office,
        'KINDS = {1: QT_TRANSLATE_NOOP("Kind", "Complaint")}',
        'translate("Kind", KINDS[1])',
        'translate("Desk", "%n visits", "", 3)',
        'translate("Desk", "Open", "verb")',
        '"abc".translate({})',
    )
    assert texts_in(office / "ui").texts == {
        Text("Kind", "Complaint"),
        Text("Desk", "%n visits", has_plural_forms=True),
        Text("Desk", "Open", "verb"),
    }


def test_english_needs_its_plurals_only(office):
    _window(office, 'translate("D", "Save")', 'translate("D", "%n visits", "", 3)')
    translations.update("en")
    assert translations.missing("en") == {"D": {"%n visits": ""}}
    translations.fill("en", {"D": {"%n visits": ["one visit", "%n visits"]}})
    assert translations.missing("en") == {}


def test_a_file_is_read_back_as_written(tmp_path):
    entries = {
        Text("Desk", "<&Save> \"x\" 'y'\nz"): ("<&Lưu> \"x\" 'y'\nz",),
        Text("Desk", "%n", "comment", True): ("một", "%n"),
    }
    path = tmp_path / "some.ts"
    write_translations(path, "vi", entries)
    assert read_translations(path) == entries
    assert [item.name for item in tmp_path.iterdir()] == ["some.ts"]


def test_texts_are_compiled_when_they_have_changed_and_only_then(tmp_path):
    ours = translations.ROOT / "resources" / "i18n"
    for name in ("qtbase_vi.ts", "reception_vi.ts", "reception_en.ts"):
        shutil.copy(ours / name, tmp_path)
    made = [tmp_path / "reception_vi.qm", tmp_path / "reception_en.qm"]
    assert compile_texts(tmp_path) == made
    assert compile_texts(tmp_path) == []
    later = made[0].stat().st_mtime + 1
    os.utime(tmp_path / "qtbase_vi.ts", (later, later))
    assert compile_texts(tmp_path) == made[:1]
    (tmp_path / "reception_en.ts").write_text("no catalogue", encoding="utf-8")
    os.utime(tmp_path / "reception_en.ts", (later, later))
    before = made[1].read_bytes()
    with pytest.raises(subprocess.CalledProcessError):
        compile_texts(tmp_path)
    assert made[1].read_bytes() == before
    assert list(tmp_path.glob("*.new")) == []
