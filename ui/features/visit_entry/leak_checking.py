"""The desk's eye on what is typed: the guard over every text, what would be given and due."""

from __future__ import annotations

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
from ui.features.visit_entry.form_state import build_entry, build_form, has_written
from ui.features.visit_entry.late_entry import late_day, late_words
from ui.features.visit_entry.leak_marks import Leak, leaks_of, named_entries, open_leaks, replace_in
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
        self._leaks = open_leaks(found, self.hand.state)
        entries = named_entries(self.hand.state)
        active = self.hand.state["entries"][self.hand.state["active"]]
        here = entries.index(active) + 1 if active in entries else 0
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
        if len(self.hand.state["entries"]) > 1:
            return translate("Desk", "Petition {n}, {place}").format(n=number, place=text)
        return text

    def _ask_forecast(self) -> None:
        state = self.hand.state
        kind = self.content.kind()
        entry = build_entry(state["entries"][state["active"]], has_written(state))
        asked = (
            kind,
            entry and (entry.handling.outcome, entry.handling.competence),
            entry and entry.handling.refusal_ground,
            late_day(state),
        )
        if asked != self._asked:
            self._asked = asked
            self.work.forecast(kind, entry, late_day(state))

    @Slot(object)
    def _show_forecast(self, forecast: DeadlineForecast) -> None:
        self._forecast = forecast
        kind = self.content.kind()
        begun, late = self._begun(), late_day(self.hand.state)
        self.header.set_title(late_words(late) if late else translate("Desk", "New visit"))
        self.header.set_subtitle(entry_words.headline(forecast, kind, begun, late=late is not None))
        code = forecast.pseudonym.code()
        tape = translate("Desk", "Sealed on saving")
        if kind is not None:
            tape = translate("Desk", "Sealed on saving, expected code {code}").format(code=code)
        self.person.fields.tape.set_text(tape)
        self._show_due(forecast)
        self.refresh_list()

    def _show_due(self, forecast: DeadlineForecast) -> None:
        entry = self.outcome.state()
        parts: list[str] = []
        if entry["outcome"] == Outcome.REFUSE.value and entry["ground"]:
            parts.append(entry_words.refusal_line(entry["ground"]))
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
        state = self.hand.state
        entry = build_entry(state["entries"][state["active"]], has_written(state))
        if entry is None:
            return ""
        petition = entry.petition
        return outcome_basis(petition.kind, petition.form, entry.handling.outcome)

    def _begun(self) -> str:
        state = self.hand.state
        if "begun" not in state:
            state["begun"] = shown.hour(self.work.now())
        return str(state["begun"])

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
        state = self.hand.state
        kind = PetitionKind(named_entries(state)[0]["kind"]) if named_entries(state) else None
        replace_in(state, leak, masked_label(kind or PetitionKind.COMPLAINT))
        inside = self.content.summary.hasFocus()
        self.papers.set_state(state["papers"])
        self.show_entry(state["active"])
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
        waiver = {"field": leak.field, "reason": reason, "other": other, "words": leak.words()}
        self.hand.state.setdefault("waivers", []).append(waiver)
        self.edited.emit()
        self.look()
