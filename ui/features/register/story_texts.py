"""Icon and text of each event of a visit: sealed, paper printed, corrected, voided …"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.domain.requested_paper import DropGround, PaperForm, RequestedSheet, Sheet
from reception.services.register.visit_story import StoryEvent
from ui.appearance import display_format
from ui.features.visit_lifecycle.lifecycle_texts import ground_text
from ui.models.waiting_paper_lines import ground_text as drop_ground_text
from ui.models.waiting_paper_lines import sheet_title

translate = QCoreApplication.translate
_WITH_TEXTS = ("corrected", "reclassified", "voided", "answered", "paper_dropped")
_ICONS = {
    "sealed": "seal",
    **dict.fromkeys(("number_given", "papers_asked", "papers_printed"), "printer"),
    "papers_replaced": "printer",
    "due": "calendar-clock",
    "entered_late": "calendar-plus",
    "corrected": "pen-line",
    "identity_corrected": "pen-line",
    "voided": "x",
    "void_confirmed": "user-check",
    "answered": "circle-check",
    "reclassified": "scale",
    "paper_dropped": "printer",
}


def event_icon_and_text(event: StoryEvent) -> tuple[str, str]:
    """Return the icon and the text of an event: a sentence, its ground, reason and remarks."""
    facts = dict(event.facts)
    if "sheets" in facts:
        facts["papers"] = "; ".join(map(_title_of, facts["sheets"].split()))
    text = _sentence_template(event.code).format(day=display_format.day(event.day), **facts)
    ground = ground_text(facts.get("ground", ""))
    if event.code == "paper_dropped":
        ground = _dropped_paper_text(facts)
    parts = [text, ground, facts.get("reason", "")]
    if event.code == "answered":
        parts.append(_answer_text(facts))
    if facts.get("checked") == "" and event.code in _WITH_TEXTS:
        parts.append(translate("Register", "Not checked against the name yet"))
    if facts.get("checked") == "withheld" and event.code in _WITH_TEXTS:
        parts.append(translate("Register", "Only custodians know whether it was checked"))
    return _ICONS[event.code], ". ".join(part for part in parts if part)


def _sentence_template(code: str) -> str:
    return {
        "sealed": translate("Register", "{day}: received and sealed by {by}"),
        "number_given": translate("Register", "{day}: print number {label} given, {form}"),
        "papers_asked": translate("Register", "{day}: asked for: {papers}"),
        "papers_printed": translate("Register", "{day}: printed: {papers}"),
        "papers_replaced": translate("Register", "{day}: dropped, no longer in use: {papers}"),
        "due": translate("Register", "{day}: last allowed day"),
        "entered_late": translate("Register", "{day}: entered late by {by}"),
        "corrected": translate("Register", "{day}: corrected by {by}"),
        "identity_corrected": translate("Register", "{day}: identity corrected by {by}"),
        "voided": translate("Register", "{day}: voided by {by}"),
        "void_confirmed": translate("Register", "{day}: voiding confirmed by {by}"),
        "answered": translate("Register", "{day}: answer recorded by {by}"),
        "reclassified": translate("Register", "{day}: reclassified by {by}"),
        "paper_dropped": translate("Register", "{day}: paper dropped unprinted by {by}"),
    }[code]


def _title_of(sheet: str) -> str:
    """Return the title of ``form/sheet``; "" for words that no program wrote."""
    form, _, copy = sheet.partition("/")
    if form not in frozenset(PaperForm) or copy not in frozenset(Sheet):
        return ""
    return sheet_title(RequestedSheet(PaperForm(form), Sheet(copy)))


def _dropped_paper_text(facts: dict[str, str]) -> str:
    title = _title_of(f"{facts.get('form', '')}/{facts.get('sheet', '')}")
    if not title or facts["ground"] not in frozenset(DropGround):
        return title
    ground = drop_ground_text(DropGround(facts["ground"]))
    return f"{title}: {ground[:1].lower()}{ground[1:]}"


def _answer_text(facts: dict[str, str]) -> str:
    number = facts.get("number", "")
    parts = [translate("Register", "Document {number}").format(number=number)] if number else []
    if facts.get("late"):
        late = translate("Register", "{days} working days late")
        parts.append(late.format(days=facts["late"]))
    return ", ".join(parts)
