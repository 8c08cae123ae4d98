"""Sentences of visit entry: the deadline, the words read back, the title."""

from __future__ import annotations

import re
from datetime import date
from html import escape

from PySide6.QtCore import QCoreApplication

from reception.domain.deadlines import ANSWER
from reception.domain.petition import PetitionKind
from reception.domain.visit import CopyState, Outcome
from reception.law.refusal_grounds import ground
from reception.law.statutory_words import COPY_STATE, KIND, REPORTER, masked_label
from reception.services.visits.repeat_visitors import RepeatVisit
from reception.services.visits.visit_form import DeadlineForecast, VisitForm
from reception.storage.visits.visit_writer import Due
from ui.appearance import display_format as shown
from ui.features.visit_entry.readback_dialog import ReadBackWords

translate = QCoreApplication.translate
Skipped = tuple[tuple[date, str], ...]


def headline(
    forecast: DeadlineForecast, kind: PetitionKind | None, started: str, *, late: bool = False
) -> str:
    """Return the words after the title: expected number, and the hour at which entry began."""
    expected = translate("Desk", "expected {number}").format(number=f"{forecast.number:04d}")
    if late:
        return expected
    if kind is PetitionKind.DENUNCIATION:
        return f"{expected} · " + translate("Desk", "a denunciation keeps its day, never an hour")
    return f"{expected} · " + translate("Desk", "begun {hour}").format(hour=started)


def late_title(day: date) -> str:
    """Return the title of the page while a visit of an earlier day is entered."""
    return translate("Desk", "Late entry of {day}").format(day=shown.day(day))


def skipped_words(skipped: Skipped) -> str:
    """Return e.g. "đã trừ lễ 24/11"."""
    if not skipped:
        return ""
    days = ", ".join(shown.short_day(day) for day, _ in skipped)
    return translate("Desk", "holiday {days} excluded").format(days=days)


def repeat_line(repeat: RepeatVisit | None) -> str:
    """Return how often somebody came before, in words; "" for a new visitor."""
    if repeat is None:
        return ""
    year, number = repeat.last
    by_number = translate("Desk", "Came {count} times, last visit {number}/{year}")
    by_name = translate("Desk", "Same name, year, commune: {count} times, last {number}/{year}")
    words = by_number if repeat.by_number else by_name
    return words.format(count=repeat.visits, number=f"{number:04d}", year=year)


def deadline(due: Due, skipped: Skipped) -> tuple[str, str]:
    """Return (strong words in rich text, the rest): day, working days, holidays, article."""
    strong = translate("Desk", "Due {day}").format(day=f"<b>{shown.day(due.due_on)}</b>")
    parts = [translate("Desk", "{count} working days").format(count=due.days)]
    if skipped:
        parts.append(skipped_words(skipped))
    return strong, " · ".join([", ".join(parts), escape(due.article)])


def refusal_line(code: str) -> str:
    """Return the ground of a refusal in one line."""
    chosen = ground(code)
    return f"{chosen.short}: {chosen.vietnamese}"


def read_back_words(form: VisitForm, dues: tuple[Due, ...]) -> ReadBackWords:
    """Return the words read back to the person: content, papers, and the outcome."""
    parts: list[tuple[str, str]] = []
    for entry in form.entries:
        petition = entry.petition
        heading = translate("ReadBack", "You said")
        if len(form.entries) > 1:
            heading = f"{heading} · {KIND[petition.kind]}"
        said = _spoken(petition.summary, petition.kind)
        parts.append((heading, escape(said).replace("\n", "<br>")))
        if petition.request:
            parts.append((translate("ReadBack", "You ask for"), escape(petition.request)))
    if form.papers:
        parts.append((translate("ReadBack", "You handed in"), escape(_papers(form))))
    parts.append((translate("ReadBack", "We will"), _what_follows(form, dues)))
    return ReadBackWords(tuple(parts), form.read_back, form.thumb_print)


def _spoken(summary: str, kind: PetitionKind) -> str:
    """Return a summary as it is read aloud: the pseudonym's word without brackets."""
    word, mark = REPORTER[kind], re.escape(masked_label(kind))
    capital = f"{word[0].upper()}{word[1:]}"
    said = re.sub(rf"(^|[.!?:]\s+){mark}", lambda found: f"{found[1]}{capital}", summary)
    return said.replace(masked_label(kind), word)


def _papers(form: VisitForm) -> str:
    words = translate("ReadBack", "{name}, {pages} pages, {state}")
    return " ".join(
        words.format(name=p.name, pages=p.pages, state=COPY_STATE[CopyState(p.state)].lower()) + "."
        for p in form.papers
    )


def _what_follows(form: VisitForm, dues: tuple[Due, ...]) -> str:
    sentences = []
    for entry in form.entries:
        handling = entry.handling
        body = escape(handling.body)
        sentences.append(
            {
                Outcome.ACCEPT: translate("ReadBack", "Report to {body}."),
                Outcome.REPORT_UP: translate("ReadBack", "Report to {body}."),
                Outcome.GUIDE: translate("ReadBack", "Guide you to {body}."),
                Outcome.TRANSFER: translate("ReadBack", "Send the petition to {body}."),
                Outcome.EXPLAIN: translate("ReadBack", "Explain: {text}"),
                Outcome.REFUSE: translate("ReadBack", "Refuse this reception: {text}"),
            }[handling.outcome].format(body=body, text=escape(handling.explanation))
        )
    answer = next((due for due in dues if due.term == ANSWER), None)
    if answer is not None:
        words = translate("ReadBack", "Answer you by {day} at the latest.")
        sentences.append(words.format(day=f"<b>{shown.day(answer.due_on)}</b>"))
    if form.protected:
        sentences.append(translate("ReadBack", "Name and address are kept secret."))
    return " ".join(sentences)
