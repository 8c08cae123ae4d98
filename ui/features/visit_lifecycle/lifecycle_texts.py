"""Names of grounds, answer channels and fields of a visit, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.domain.visit import Mode
from reception.domain.visit_lifecycle import split_field_path

translate = QCoreApplication.translate


def correction_grounds() -> list[tuple[str, str]]:
    """Return the grounds of a correction: (value, text)."""
    return [
        ("mistyped", translate("Life", "Written wrongly")),
        ("incomplete", translate("Life", "Incomplete")),
        ("identity_in_text", translate("Life", "Shows who the reporter is")),
        ("other", translate("Life", "Another reason")),
    ]


def void_grounds() -> list[tuple[str, str]]:
    """Return the grounds of voiding: (value, text)."""
    return [
        ("twice", translate("Life", "The same visit entered twice")),
        ("not_a_visit", translate("Life", "Was no visit")),
        ("wrong_person", translate("Life", "Entered for the wrong person")),
        ("other", translate("Life", "Another reason")),
    ]


def reclassification_grounds() -> list[tuple[str, str]]:
    """Return the grounds of a reclassification: (value, text)."""
    return [
        ("content", translate("Life", "The content is of another kind")),
        ("mischosen", translate("Life", "Wrong kind chosen")),
        ("protection_asked", translate("Life", "The reporter asks for protection")),
        ("protection_ended", translate("Life", "Protection has ended")),
        ("other", translate("Life", "Another reason")),
    ]


def ground_text(ground: str) -> str:
    """Return the text of a ground; empty for an unknown one."""
    all_grounds = [*correction_grounds(), *void_grounds(), *reclassification_grounds()]
    return dict(all_grounds).get(ground, "")


def answer_channels() -> list[tuple[str, str]]:
    """Return the channels of an answer (Luật Tiếp công dân Điều 28(1)): (value, text)."""
    return [
        ("letter", translate("Life", "In writing, sent")),
        ("handed", translate("Life", "In writing, handed over")),
        ("in_person", translate("Life", "In person")),
    ]


def reception_modes() -> list[tuple[str, str]]:
    """Return the modes of reception: (value, text)."""
    return [
        (Mode.REGULAR.value, translate("Desk", "Regular")),
        (Mode.SCHEDULED_HEAD.value, translate("Desk", "Head, scheduled")),
        (Mode.AD_HOC_HEAD.value, translate("Desk", "Head, ad hoc")),
        (Mode.DELEGATE.value, translate("Desk", "Delegate")),
    ]


def field_title(path: str) -> str:
    """Return the title of the field with this path (``summary.1``)."""
    name, position = split_field_path(path)
    title = {
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
    if name == "paper" or position > 1:
        return translate("Life", "{words} {number}").format(words=title, number=position)
    return title
