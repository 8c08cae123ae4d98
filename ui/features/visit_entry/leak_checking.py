"""The desk's eye on what is typed: the guard over every text, what would be given and due."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from reception.bootstrap import Reception
from reception.domain.petition import PetitionKind
from reception.domain.visit import Outcome
from reception.law.outcome_bases import outcome_basis
from reception.law.statutory_words import masked_label
from reception.services.visits.visit_form import DeadlineForecast, VisitForm
from ui.appearance import display_format as shown
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_entry import entry_words
from ui.features.visit_entry.entry_page import EntryPage, translate
from ui.features.visit_entry.entry_words import late_title
from ui.features.visit_entry.form_builder import build_entry, build_form
from ui.features.visit_entry.form_state import WaiverForm
from ui.features.visit_entry.leak_marks import Leak, leaks_of, open_leaks, replace_in
from ui.features.visit_entry.leak_reason_dialog import LeakReasonDialog
from ui.widgets.input_method_commit import commit_composition

_SOON_MS = 120


class EntryLeakChecks(EntryPage):
    """Runs the guard a moment after each change; shows number, code and deadline to come."""

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        """Look at whatever is edited."""
        super().__init__(reception, runner, parent)
        self._leaks: dict[str, Leak] = {}
        self._forecast: DeadlineForecast | None = None
        self._asked: object = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.look)
        self.edited.connect(self._soon.start)
        self.content.banner.replace_wanted.connect(self.replace_leak)
        self.content.banner.reason_wanted.connect(self._ask_reason)
        self.work.forecast_made.connect(self._show_forecast)

    def form(self) -> VisitForm:
        """Return the form as the services take it."""
        return build_form(self.collect(), self.setting.today())

    # -- guard and forecast ---------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Run the guard over every text and ask what would be given and due."""
        self._soon.stop()
        form = self.form()
        found = leaks_of(form)
        typed = self.hand.form
        self._leaks, waivers = open_leaks(found, typed.waivers)
        self.hand.form = replace(typed, waivers=waivers)
        places = typed.numbered_places
        here = places.index(typed.active) + 1 if typed.active in places else 0
        self.content.mark(found.get(f"summary.{here}"))
        for name, field in self.content.labels().items():
            leak = self._leaks.get(f"{name}.{here}")
            if name != "summary":
                field.inner().setProperty("leak", bool(leak))
                mark = getattr(field.inner(), "set_state", None)
                if callable(mark) and field.state() != "error":
                    mark("warning" if leak else "")
        first = next(iter(self._leaks.values()), None)
        kind = form.entries[0].petition.kind if form.entries else PetitionKind.COMPLAINT
        self.content.banner.show_leaks(first, kind, self._place(first))
        self._ask_forecast()

    def _place(self, leak: Leak | None) -> str:
        if leak is None:
            return ""
        name, _, number = leak.field.rpartition(".")
        if name == "paper":
            return translate("Desk", "Paper {number}").format(number=number)
        label = self.content.labels().get(name)
        text = label.label.text() if label else translate("Desk", "Outcome")
        if name == "summary":
            text = translate("Desk", "Summary")
        if len(self.hand.form.entries) > 1:
            return translate("Desk", "Petition {n}, {place}").format(n=number, place=text)
        return text

    def _ask_forecast(self) -> None:
        kind, form = self.content.kind(), self.hand.form
        entry = build_entry(form.shown, written=form.has_written_petition)
        late = form.late.received_on if form.late else None
        asked = (
            kind,
            entry and (entry.handling.outcome, entry.handling.competence),
            entry and entry.handling.refusal_ground,
            late,
        )
        if asked != self._asked:
            self._asked = asked
            self.work.forecast(kind, entry, late)

    @Slot(object)
    def _show_forecast(self, forecast: DeadlineForecast) -> None:
        self._forecast = forecast
        kind = self.content.kind()
        begun, late = self._begun(), self.hand.form.late
        title = late_title(late.received_on) if late else translate("Desk", "New visit")
        self.header.set_title(title)
        self.header.set_subtitle(entry_words.headline(forecast, kind, begun, late=late is not None))
        code = forecast.pseudonym.code()
        tape = translate("Desk", "Sealed on saving")
        if kind is not None:
            tape = translate("Desk", "Sealed on saving, expected code {code}").format(code=code)
        self.person.fields.tape.set_text(tape)
        self._show_due(forecast)
        self.refresh_list()

    def _show_due(self, forecast: DeadlineForecast) -> None:
        outcome = self.outcome.collect()
        parts: list[str] = []
        if outcome.outcome is Outcome.REFUSE and outcome.ground:
            parts.append(entry_words.refusal_line(outcome.ground))
        strong = ""
        if forecast.dues and self.content.kind() is not None:
            due = forecast.dues[0]
            strong, rest = entry_words.deadline(due, self.work.skipped(due.started_on, due.due_on))
            parts.insert(0, rest)
        elif not parts:
            parts.append(self._basis())
        self.outcome.set_deadline(strong, " · ".join(parts))

    def _basis(self) -> str:
        """Return the article of an outcome that starts no deadline: the officer quotes it."""
        form = self.hand.form
        entry = build_entry(form.shown, written=form.has_written_petition)
        if entry is None:
            return ""
        petition = entry.petition
        return outcome_basis(petition.kind, petition.form, entry.handling.outcome)

    def _begun(self) -> str:
        if not self.hand.form.begun:
            self.hand.form = replace(self.hand.form, begun=shown.hour(self.work.now()))
        return self.hand.form.begun

    def refresh_list(self) -> None:
        """Show the drafts anew; the desk itself knows them."""

    @Slot()
    def replace_leak(self) -> None:
        """Put the pseudonym's word where the first open leak is."""
        commit_composition()
        self.look()
        leak = next(iter(self._leaks.values()), None)
        if leak is None:
            return
        kind = next(iter(self.hand.form.kinds), PetitionKind.COMPLAINT)
        self.hand.form = form = replace_in(self.hand.form, leak, masked_label(kind))
        inside = self.content.summary.hasFocus()
        self.papers.show_form(form.papers)
        self.show_entry(form.active)
        if inside:
            self.content.summary.setFocus()
        self.edited.emit()
        self.look()

    @Slot(bool)
    def _ask_reason(self, other_person: bool) -> None:
        leak = next(iter(self._leaks.values()), None)
        if leak is None:
            return
        self._waived = (leak, other_person)
        dialog = LeakReasonDialog(other_person, self)
        dialog.given.connect(self._waive)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _waive(self, reason: str) -> None:
        leak, other = self._waived
        waiver = WaiverForm(leak.field, reason, other, leak.words())
        form = self.hand.form
        self.hand.form = replace(form, waivers=(*form.waivers, waiver))
        self.edited.emit()
        self.look()
