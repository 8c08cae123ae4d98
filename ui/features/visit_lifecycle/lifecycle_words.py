"""Words for grounds, channels and texts of visit changes, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.domain.visit import Mode
from reception.domain.visit_lifecycle import split_field_path

translate = QCoreApplication.translate


def correction_grounds() -> list[tuple[str, str]]:
    """Return the grounds of a correction: (value, words)."""
    return [
        ("mistyped", translate("Life", "Written wrongly")),
        ("incomplete", translate("Life", "Incomplete")),
        ("identity_in_text", translate("Life", "Shows who the reporter is")),
        ("other", translate("Life", "Another reason")),
    ]


def void_grounds() -> list[tuple[str, str]]:
    """Return the grounds of voiding: (value, words)."""
    return [
        ("twice", translate("Life", "The same visit entered twice")),
        ("not_a_visit", translate("Life", "Was no visit")),
        ("wrong_person", translate("Life", "Entered for the wrong person")),
        ("other", translate("Life", "Another reason")),
    ]


def kind_grounds() -> list[tuple[str, str]]:
    """Return the grounds of a reclassification: (value, words)."""
    return [
        ("content", translate("Life", "The content is of another kind")),
        ("mischosen", translate("Life", "Wrong kind chosen")),
        ("protection_asked", translate("Life", "The reporter asks for protection")),
        ("protection_ended", translate("Life", "Protection has ended")),
        ("other", translate("Life", "Another reason")),
    ]


def grounds_words(ground: str) -> str:
    """Return the words of a ground; empty for an unknown one."""
    every = [*correction_grounds(), *void_grounds(), *kind_grounds()]
    return dict(every).get(ground, "")


def ways() -> list[tuple[str, str]]:
    """Return the channels of an answer (Luật Tiếp công dân Điều 28(1)): (value, words)."""
    return [
        ("letter", translate("Life", "In writing, sent")),
        ("handed", translate("Life", "In writing, handed over")),
        ("in_person", translate("Life", "In person")),
    ]


def modes() -> list[tuple[str, str]]:
    """Return the modes of reception: (value, words)."""
    return [
        (Mode.REGULAR.value, translate("Desk", "Regular")),
        (Mode.SCHEDULED_HEAD.value, translate("Desk", "Head, scheduled")),
        (Mode.AD_HOC_HEAD.value, translate("Desk", "Head, ad hoc")),
        (Mode.DELEGATE.value, translate("Desk", "Delegate")),
    ]


def place_words(place: str) -> str:
    """Return the words for a place (``summary.1``); a second petition with its number."""
    name, position = split_field_path(place)
    words = {
        "summary": translate("Life", "Summary"),
        "request": translate("Life", "What is asked for"),
        "respondent": translate("Life", "Respondent"),
        "place": translate("Life", "Place"),
        "field": translate("Life", "Field"),
        "field_note": translate("Life", "Field in words"),
        "settled_by": translate("Life", "Settled by"),
        "settled_round": translate("Life", "Settled how often"),
        "handled_by": translate("Life", "Body in charge"),
        "document_number": translate("Life", "Document number"),
        "explanation": translate("Life", "Explanation given"),
        "paper": translate("Life", "Name of paper"),
        "result": translate("Life", "Result"),
        "note": translate("Life", "Note"),
        "mode": translate("Life", "Mode of reception"),
        "body": translate("Life", "Receiving body"),
        "people": translate("Life", "People"),
        "same_content": translate("Life", "People with the same content"),
        "interpreter": translate("Life", "Interpreter"),
        "reason": translate("Life", "Reason in words"),
        "answer": translate("Life", "Document number"),
    }[name]
    counted = name == "paper" or position > 1
    return translate("Life", "{words} {number}").format(words=words, number=position) * counted or (
        words
    )
