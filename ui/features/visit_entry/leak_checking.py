"""Runs the leak guard on every text while it is typed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from reception.domain.leak_guard import LeakGuard
from reception.domain.leak_pieces import PieceReader
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.law.statutory_words import masked_label
from reception.services.visits.visit_form import VisitForm
from ui.features.visit_entry.draft_keeping import DraftKeeper
from ui.features.visit_entry.entry_page import EntryPage
from ui.features.visit_entry.form_builder import build_visit_form
from ui.features.visit_entry.form_state import WaiverForm
from ui.features.visit_entry.leak_marks import (
    Leak,
    leaks_in_form,
    leaks_without_reason,
    replace_leak_in,
)
from ui.features.visit_entry.leak_reason_dialog import LeakReasonDialog
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.validity_display import ValidityDisplay

translate = QCoreApplication.translate
_DELAY_MS = 120
_PIECES_A_STEP = 4  # of a text that is not known yet; each takes less than a millisecond


class LeakChecker(QObject):
    """Searches every text for the identity shortly after each edit, then emits ``checked``."""

    checked = Signal()

    def __init__(self, page: EntryPage, drafts: DraftKeeper) -> None:
        super().__init__(page)
        self._page, self._drafts = page, drafts
        self._leaks: dict[str, Leak] = {}
        self._reader = PieceReader(LeakGuard(Identity()))
        self._searched_for: tuple[Identity, tuple[str, ...]] = (Identity(), ())
        self._leak_asked_about: tuple[Leak, bool] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self.check_in_steps)
        page.edited.connect(self._timer.start)
        self._step_timer = QTimer(self)
        self._step_timer.setSingleShot(True)
        self._step_timer.setInterval(0)
        self._step_timer.timeout.connect(self.check_in_steps)
        page.content_card.leak_banner.replace_wanted.connect(self.replace_leak)
        page.content_card.leak_banner.reason_wanted.connect(self._ask_reason)

    def form(self) -> VisitForm:
        """Return the form for the services."""
        return build_visit_form(self._drafts.collect(), self._page.context.today())

    @Slot()
    def check_in_steps(self) -> None:
        """Check after an edit; a long text that is not known yet is read in several steps."""
        form = self.form()
        texts = (text for _, text in form.free_texts())
        if self._reader_for(form).read_some(texts, _PIECES_A_STEP):
            self._show(form)
        else:
            self._step_timer.start()

    @Slot()
    def check(self) -> None:
        """Mark every text that contains the identity, unless a reason was given for it."""
        self._show(self.form())

    @property
    def is_complete(self) -> bool:
        """Tell whether every text was read since the last edit that was looked at."""
        return not self._step_timer.isActive()

    def _reader_for(self, form: VisitForm) -> PieceReader:
        """Return the reader for this form's people; other people make every text unread."""
        people = (form.identity, form.respondents)
        if people != self._searched_for:
            self._searched_for = people
            self._reader = PieceReader(LeakGuard(*people))
        return self._reader

    def _show(self, form: VisitForm) -> None:
        self._timer.stop()
        self._step_timer.stop()
        reader = self._reader_for(form)
        leaks = leaks_in_form(form, reader)
        reader.forget_unused()
        typed = self._drafts.form
        self._leaks, waivers = leaks_without_reason(leaks, typed.waivers)
        self._drafts.set_form(replace(typed, waivers=waivers))
        indexes = typed.numbered_petition_indexes
        is_numbered = typed.active_index in indexes
        petition_number = indexes.index(typed.active_index) + 1 if is_numbered else 0
        self._page.content_card.mark_summary(leaks.get(f"summary.{petition_number}"))
        self._mark_text_inputs(petition_number)
        first_leak = self._first_leak()
        kind = (
            form.handled_petitions[0].petition.kind
            if form.handled_petitions
            else PetitionKind.COMPLAINT
        )
        self._page.content_card.leak_banner.show_leaks(
            first_leak, kind, self._leak_location(first_leak)
        )
        self.checked.emit()

    def _mark_text_inputs(self, petition_number: int) -> None:
        for name, field in self._page.content_card.labeled_fields().items():
            if name == "summary":
                continue
            leak = self._leaks.get(f"{name}.{petition_number}")
            input_widget = field.input_widget()
            input_widget.setProperty("leak", bool(leak))
            if field.state() == "error" or not isinstance(input_widget, ValidityDisplay):
                continue
            state = "warning" if leak else ""
            if (input_widget.property("state") or "") != state:  # drawing it anew takes long
                input_widget.set_state(state)

    def _first_leak(self) -> Leak | None:
        return next(iter(self._leaks.values()), None)

    def _leak_location(self, leak: Leak | None) -> str:
        if leak is None:
            return ""
        name, _, number = leak.field.rpartition(".")
        if name == "paper":
            return translate("Desk", "Paper {number}").format(number=number)
        label = self._page.content_card.labeled_fields().get(name)
        text = label.label.text() if label else translate("Desk", "Outcome")
        if name == "summary":
            text = translate("Desk", "Summary")
        if len(self._drafts.form.petitions) > 1:
            return translate("Desk", "Petition {n}, {place}").format(n=number, place=text)
        return text

    @Slot()
    def replace_leak(self) -> None:
        """Replace the hits of the first open leak by the masked label."""
        commit_composition()
        self.check()
        leak = self._first_leak()
        if leak is None:
            return
        page, form = self._page, self._drafts.form
        kind = next(iter(form.kinds), PetitionKind.COMPLAINT)
        form = replace_leak_in(form, leak, masked_label(kind))
        self._drafts.set_form(form)
        summary_had_focus = page.content_card.summary.hasFocus()
        page.papers_card.show_form(form.papers)
        page.show_petition(form)
        if summary_had_focus:
            page.content_card.summary.setFocus()
        page.edited.emit()
        self.check()

    @Slot(bool)
    def _ask_reason(self, other_person: bool) -> None:
        leak = self._first_leak()
        if leak is None:
            return
        self._leak_asked_about = (leak, other_person)
        dialog = LeakReasonDialog(other_person, self._page)
        dialog.reason_given.connect(self._waive)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _waive(self, reason: str) -> None:
        if self._leak_asked_about is None:
            return
        leak, other_person = self._leak_asked_about
        self._leak_asked_about = None
        waiver = WaiverForm(leak.field, reason, other_person, leak.words())
        form = self._drafts.form
        self._drafts.set_form(replace(form, waivers=(*form.waivers, waiver)))
        self._page.edited.emit()
        self.check()
