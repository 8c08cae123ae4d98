"""Texts of visit entry: title, deadline, ground of refusal, and the text that is read back."""

from __future__ import annotations

import re
from datetime import date
from html import escape

from PySide6.QtCore import QCoreApplication

from reception.domain.deadlines import ANSWER
from reception.domain.petition import PetitionKind
from reception.domain.visit import CopyState, Outcome
from reception.domain.working_calendar import DayUnit
from reception.law.refusal_grounds import ground
from reception.law.statutory_terms import unit_of_term
from reception.law.statutory_words import COPY_STATE_WORDS, KIND_WORDS, REPORTER_WORDS, masked_label
from reception.services.visits.repeat_visitors import RepeatVisit
from reception.services.visits.visit_form import DeadlineForecast, VisitForm
from reception.storage.visits.visit_writer import Deadline
from ui.appearance import display_format
from ui.features.visit_entry.readback_dialog import ReadBackContent

translate = QCoreApplication.translate
SkippedHolidays = tuple[tuple[date, str], ...]


def page_subtitle(
    forecast: DeadlineForecast, kind: PetitionKind | None, start_time: str, *, late: bool = False
) -> str:
    """Return the subtitle: expected number, and the time at which the entry was started."""
    expected = translate("Desk", "expected {number}").format(number=f"{forecast.number:04d}")
    if late:
        return expected
    if kind is PetitionKind.DENUNCIATION:
        return f"{expected} · " + translate("Desk", "a denunciation keeps its day, never its time")
    return f"{expected} · " + translate("Desk", "started {hour}").format(hour=start_time)


def late_entry_title(day: date) -> str:
    """Return the title of the page while a visit of an earlier day is entered."""
    return translate("Desk", "Late entry of {day}").format(day=display_format.day(day))


def skipped_text(skipped: SkippedHolidays) -> str:
    """Return e.g. "đã trừ lễ 24/11"."""
    if not skipped:
        return ""
    days = ", ".join(display_format.short_day(day) for day, _ in skipped)
    return translate("Desk", "holiday {days} excluded").format(days=days)


def repeat_visit_text(repeat: RepeatVisit | None) -> str:
    """Return a sentence about earlier visits of this person; "" for a new visitor."""
    if repeat is None:
        return ""
    year, number = repeat.last_visit
    by_number = translate("Desk", "Came {count} times, last visit {number}/{year}")
    by_name = translate("Desk", "Same name, year, commune: {count} times, last {number}/{year}")
    template = by_number if repeat.by_number else by_name
    return template.format(count=repeat.visit_count, number=f"{number:04d}", year=year)


def deadline_texts(due: Deadline, skipped: SkippedHolidays) -> tuple[str, str]:
    """Return (day as rich text, details): length of the term, holidays, article."""
    due_text = translate("Desk", "Due {day}").format(day=f"<b>{display_format.day(due.due_on)}</b>")
    counts_working_days = unit_of_term(due.term, due.started_on) is DayUnit.WORKING
    template = (
        translate("Desk", "{count} working days")
        if counts_working_days
        else translate("Desk", "{count} calendar days")
    )
    parts = [template.format(count=due.days)]
    if skipped and counts_working_days:
        parts.append(skipped_text(skipped))
    return due_text, " · ".join([", ".join(parts), escape(due.article)])


def refusal_ground_text(code: str) -> str:
    """Return the ground of a refusal as one line: its short name and its words."""
    chosen = ground(code)
    return f"{chosen.short_name}: {chosen.vietnamese}"


def read_back_content(form: VisitForm, deadlines: tuple[Deadline, ...]) -> ReadBackContent:
    """Return the text read back to the person: content, papers, and the outcome."""
    parts: list[tuple[str, str]] = []
    for entry in form.handled_petitions:
        petition = entry.petition
        heading = translate("ReadBack", "You said")
        if len(form.handled_petitions) > 1:
            heading = f"{heading} · {KIND_WORDS[petition.kind]}"
        spoken = _summary_for_reading(petition.summary, petition.kind)
        parts.append((heading, escape(spoken).replace("\n", "<br>")))
        if petition.request:
            parts.append((translate("ReadBack", "You ask for"), escape(petition.request)))
    if form.papers:
        parts.append((translate("ReadBack", "You handed in"), escape(_papers_text(form))))
    parts.append((translate("ReadBack", "We will"), _outcome_text(form, deadlines)))
    return ReadBackContent(tuple(parts), form.read_back, form.thumb_print)


def _summary_for_reading(summary: str, kind: PetitionKind) -> str:
    """Return a summary for reading aloud: the masked label without brackets."""
    word, label_pattern = REPORTER_WORDS[kind], re.escape(masked_label(kind))
    capitalised = f"{word[0].upper()}{word[1:]}"
    spoken = re.sub(
        rf"(^|[.!?:]\s+){label_pattern}", lambda match: f"{match[1]}{capitalised}", summary
    )
    return spoken.replace(masked_label(kind), word)


def _papers_text(form: VisitForm) -> str:
    template = translate("ReadBack", "{name}, {pages} pages, {state}")
    return " ".join(
        template.format(
            name=p.name, pages=p.pages, state=COPY_STATE_WORDS[CopyState(p.state)].lower()
        )
        + "."
        for p in form.papers
    )


def _outcome_text(form: VisitForm, deadlines: tuple[Deadline, ...]) -> str:
    sentences = []
    for entry in form.handled_petitions:
        handling = entry.handling
        body = escape(handling.handled_by)
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
    answer = next((due for due in deadlines if due.term == ANSWER), None)
    if answer is not None:
        template = translate("ReadBack", "Answer you by {day} at the latest.")
        sentences.append(template.format(day=f"<b>{display_format.day(answer.due_on)}</b>"))
    if form.protected:
        sentences.append(translate("ReadBack", "Name and address are kept secret."))
    return " ".join(sentences)
