"""The desk: saving and sealing, keys, and what the frame asks of a screen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reception.bootstrap import Reception
from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.petition import PetitionKind
from reception.messages.catalogue import error_sentence
from reception.services.visits.visit_form import SealedVisit, VisitForm
from ui.appearance.theme import Theme
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_entry.draft_keeping import EntryDrafts
from ui.features.visit_entry.entry_page import translate
from ui.features.visit_entry.entry_tasks import FormInHand
from ui.features.visit_entry.entry_words import repeat_line
from ui.features.visit_entry.error_placement import clear_marks, show_at_field
from ui.shell import actions
from ui.widgets.input_method_commit import commit_composition

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class VisitEntryScreen(EntryDrafts):
    """``VisitEntryScreen(reception, runner, theme, parent)``.

    ``print_wanted(SealedVisit, Identity)`` after a save that asked for paper,
    ``visit_wanted(visit_id)`` when a visit of today is opened from the list;
    ``entered()``, ``about_to_lock()``, ``restore(draft)``, ``drafts_found(drafts, returning)``.
    """

    print_wanted = Signal(object, object)
    record_wanted = Signal(object, object)
    sealed = Signal(object)
    said = Signal(str)  # a sentence for a toast

    def __init__(
        self, reception: Reception, runner: TaskRunner, theme: Theme, parent: QWidget
    ) -> None:
        """Make the desk with an empty form."""
        super().__init__(reception, runner, parent)
        self._theme = theme
        self._printing = False
        self._wire_work()
        self._wire_keys()
        self.day.set_day(self.setting.today())
        self.show_form(self.hand.form)
        self.work.read_day()
        self.look()

    def _wire_work(self) -> None:
        self.work.sealed.connect(self._sealed)
        self.work.refused.connect(self._refused)
        self.work.trouble.connect(self._troubled)
        self.work.repeat_found.connect(self._repeat_found)
        self.person.left.connect(self._person_left)
        self.bar.save.clicked.connect(self.save)
        self.bar.save_print.clicked.connect(self.save_and_print)
        self.bar.read.clicked.connect(self.read_back)
        self.content.summary.submitted.connect(self.focusNextChild)

    def _wire_keys(self) -> None:
        for name, slot in {
            "desk.save": self.save,
            "desk.save_print": self.save_and_print,
            "desk.section_1": self.to_person,
            "desk.section_2": self._to_content,
            "desk.section_3": self._to_papers,
            "desk.section_4": self._to_outcome,
            "desk.scan": self.person.open_qr,
            "desk.read_back": self.read_back,
            "desk.cover": self.person.toggle.toggle,
            "desk.add_paper": self.papers.add_paper,
            "desk.attach": self.papers.scan_wanted.emit,
            "desk.more": self.more,
            "desk.replace": self.replace_leak,
            "desk.complaint": self._complaint,
            "desk.denunciation": self._denunciation,
            "desk.recommendation": self._recommendation,
            "desk.feedback": self._feedback,
        }.items():
            actions.create(name, self, slot)

    # -- the frame ------------------------------------------------------------------------

    def entered(self) -> None:
        """Take the focus when the desk is shown; read the day anew.

        An empty form is shown uncovered, with the cursor where a conversation begins; one in work
        keeps the place its officer left.
        """
        self.day.set_day(self.setting.today())
        self.work.read_day()
        away = not self.isAncestorOf(self.window().focusWidget() or self.window())
        if away or not self.collect().typed:
            self.to_person()

    @Slot()
    def next_person(self) -> None:
        """Stand ready for the next person once the papers of the last one are done."""
        if self.isVisible() and not self.hand.form.typed:
            self.to_person()

    def about_to_lock(self) -> None:
        """Hand the draft to the worker at once, the last composed word with it."""
        commit_composition()
        self.keep_now()
        self.person.fields.covers.cover()

    # -- saving ---------------------------------------------------------------------------

    @Slot()
    def _person_left(self) -> None:
        form = self.form()
        self.work.prepare(self.hand, form.identity, form.protected)

    @Slot(object)
    def _repeat_found(self, hand: FormInHand) -> None:
        if hand is self.hand:
            self.person.show_repeat(repeat_line(hand.repeat))

    @Slot()
    def save(self) -> None:
        """Save and seal."""
        self._save(printing=False)

    @Slot()
    def save_and_print(self) -> None:
        """Save and seal, then ask for the paper."""
        self._save(printing=True)

    def _save(self, *, printing: bool) -> None:
        if self._saving:
            return
        commit_composition()
        clear_marks(self)
        self.trouble.hide()
        self.look()
        self._saving, self._printing = True, printing
        self._keep.stop()
        self.bar.set_saving(True)
        self.work.seal(self.hand, self.form())

    @Slot(object, object, object)
    def _sealed(self, hand: FormInHand, sealed: SealedVisit, form: VisitForm) -> None:
        self._saving = self._dirty = False
        self.bar.set_saving(False)
        self._hands.remove(hand)
        self._pair(hand, sealed)
        self._show_hand(FormInHand())
        self.work.read_day()
        self.to_person()
        words = translate("Desk", "Saved and sealed, code {code}")
        self.said.emit(words.format(code=sealed.visit.pseudonym.code()))
        self.sealed.emit(sealed)
        if self._printing:
            self.print_wanted.emit(sealed, form.identity)
        if hand.form.record and sealed.numbers is not None:
            self.record_wanted.emit(sealed, form.identity)

    def _pair(self, hand: FormInHand, sealed: SealedVisit) -> None:
        """Tell the visit split off which one was of the same person, for its sealed part."""
        pair, visit_id = hand.form.pair, sealed.visit.visit_id
        for other in self._hands:
            if pair and other.form.pair == pair:
                known = (*other.form.same_person, visit_id)
                other.form = replace(other.form, same_person=known)
                self.work.keep(other, other.form)

    @Slot(object)
    def _refused(self, error: ReceptionError) -> None:
        self._saving = False
        self.bar.set_saving(False)
        self._dirty = True
        self.keep_now()
        sentence = error_sentence(error, self.setting.language)
        if isinstance(error, InvalidInput) and show_at_field(self, error, sentence):
            return
        self.trouble.say(sentence)

    @Slot(object)
    def _troubled(self, error: ReceptionError) -> None:
        self.trouble.say(error_sentence(error, self.setting.language))

    # -- keys -----------------------------------------------------------------------------

    @Slot()
    def _to_content(self) -> None:
        place = self.content.summary if self.content.kind() else self.content.kinds
        place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _to_papers(self) -> None:
        rows = self.papers.rows
        (rows[0].name if rows else self.papers.add_paper().name).setFocus()

    @Slot()
    def _to_outcome(self) -> None:
        self.outcome.ours.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, kind: PetitionKind) -> None:
        commit_composition()
        self.content.choose_kind(kind)
        if not self.content.isAncestorOf(self.window().focusWidget() or self):
            self.content.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _complaint(self) -> None:
        self._choose(PetitionKind.COMPLAINT)

    @Slot()
    def _denunciation(self) -> None:
        self._choose(PetitionKind.DENUNCIATION)

    @Slot()
    def _recommendation(self) -> None:
        self._choose(PetitionKind.RECOMMENDATION)

    @Slot()
    def _feedback(self) -> None:
        self._choose(PetitionKind.FEEDBACK)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field; Esc closes the scanner's box, else leaves the visit."""
        if event.key() in _ENTER and not event.modifiers():
            commit_composition()
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if not self.person.fields.qr.isHidden():
            self.person.close_qr()
        else:
            self.new_visit()
