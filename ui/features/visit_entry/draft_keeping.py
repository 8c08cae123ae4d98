"""The visits in work at the desk: kept as drafts, taken up again, listed above today's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.bootstrap import Reception
from reception.domain.visit import Mode
from reception.domain.visit_lifecycle import LateEntry
from reception.law.statutory_words import REPORTER
from reception.services.register.register import DayFigures, RegisterRow
from reception.services.visits.drafts import Draft
from ui.appearance import display_format as shown
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_entry.entry_dialogs import EntryDialogs
from ui.features.visit_entry.entry_page import translate
from ui.features.visit_entry.entry_tasks import FormInHand
from ui.features.visit_entry.entry_words import repeat_line
from ui.features.visit_entry.error_placement import clear_marks
from ui.features.visit_entry.form_state import DraftForm
from ui.features.visit_entry.leave_draft_dialog import LeaveDraftDialog
from ui.models.day_list import DayLine, LineKind, day_lines, reporter_title
from ui.widgets.input_method_commit import commit_composition

KEEP_MS = 1200  # a draft is kept within two seconds of the last key


class EntryDrafts(EntryDialogs):
    """Keeps what is typed; ``restore(draft)``, ``drafts_found(drafts, returning)``.

    ``visit_wanted(visit_id)`` when a visit of today is opened from the list.
    """

    visit_wanted = Signal(int)

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        """Begin with one empty visit in hand."""
        super().__init__(reception, runner, parent)
        self._hands: list[FormInHand] = [self.hand]
        self._rows: list[RegisterRow] = []
        self._saving = self._dirty = False
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_MS)
        self._keep.timeout.connect(self.keep_now)
        self.edited.connect(self._changed)
        self.work.kept.connect(self._kept)
        self.work.day_read.connect(self._day_read)
        self.day.new_wanted.connect(self.new_visit)
        self.day.list.chosen.connect(self._line_chosen)

    def to_person(self) -> None:
        """Put the cursor where a conversation begins."""
        self.person.fields.covers.uncover()
        self.person.fields.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def drafts_found(self, drafts: Sequence[Draft], returning: bool) -> None:
        """List this person's drafts; put the newest back when they return after a lock."""
        for draft in drafts:
            self._hands.append(_opened(draft))
        if returning and drafts:
            self.restore(drafts[0])
        self.refresh_list()

    def restore(self, draft: Draft) -> None:
        """Put a draft back into the form."""
        known = next((h for h in self._hands if h.draft_id == draft.draft_id), None)
        if known is None:
            known = _opened(draft)
        self.take_up(known)

    @Slot()
    def _changed(self) -> None:
        self._dirty = True
        self._keep.start()

    @Slot()
    def keep_now(self) -> None:
        """Keep the draft if something changed since it was kept."""
        self._keep.stop()
        if not self._dirty or self._saving:
            return
        self._dirty = False
        form = self.collect()
        if form.typed or self.hand.draft_id is not None:
            self.work.keep(self.hand, form)

    @Slot(object)
    def _kept(self, hand: FormInHand) -> None:
        if hand is self.hand:
            self.bar.kept_at(hand.kept_at)
        self.refresh_list()

    def take_up(self, hand: FormInHand) -> None:
        """Keep the visit in hand as a draft and show another."""
        commit_composition()
        if hand is self.hand:
            return
        self.collect()
        self.keep_now()
        if not self.hand.form.typed and self.hand.draft_id is None:
            self._hands.remove(self.hand)
        self._show_hand(hand)

    def _show_hand(self, hand: FormInHand) -> None:
        if hand not in self._hands:
            self._hands.insert(0, hand)
        self.trouble.hide()
        clear_marks(self)
        super().take_up(hand)
        self.person.show_repeat(repeat_line(hand.repeat))
        self.bar.kept_at(hand.kept_at)
        self._asked = None
        self._dirty = False
        self.look()

    @Slot()
    def new_visit(self) -> None:
        """Begin a new visit; asks only when something was typed."""
        commit_composition()
        if not self.collect().typed:
            # The next person comes today, whatever day an empty form was meant for.
            if self.hand.form.late is not None:
                self.hand.form = replace(self.hand.form, late=None)
                self.look()
            self.to_person()
            return
        dialog = LeaveDraftDialog(self)
        dialog.accepted.connect(self._fresh)
        dialog.thrown.connect(self._throw)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object, str)
    def begin_late(self, late: LateEntry, mode: str) -> None:
        """Begin a visit of an earlier day; one already begun as late takes the new facts."""
        if self.hand.form.late is None:
            self.take_up(FormInHand())
        self.show_form(replace(self.collect(), late=late, mode=Mode(mode)))
        self._changed()
        self.look()
        self.to_person()

    @Slot()
    def _fresh(self) -> None:
        self.take_up(FormInHand())
        self.to_person()

    @Slot()
    def _throw(self) -> None:
        self._keep.stop()
        self._dirty = False
        gone = self.hand
        self._hands.remove(gone)
        self.work.drop(gone)
        self._show_hand(FormInHand())
        self.to_person()

    @Slot(object, object)
    def _day_read(self, rows: list[RegisterRow], figures: DayFigures) -> None:
        self._rows = rows
        self.day.set_figures(figures)
        self._asked = None
        self.look()
        self.refresh_list()

    def refresh_list(self) -> None:
        """Show the drafts and today's visits."""
        hands = [self.hand, *(hand for hand in self._hands if hand is not self.hand)]
        self.day.set_lines(day_lines([self._draft_line(hand) for hand in hands], self._rows))

    def _draft_line(self, hand: FormInHand) -> DayLine:
        current = hand is self.hand
        kind = self.content.kind() if current else hand.form.entries[0].content.kind
        title = translate("Desk", "Reporter")
        if kind:
            name = REPORTER[kind]
            title = f"{name[0].upper()}{name[1:]}"
        side, detail = "", translate("Desk", "Number and code expected, given on saving")
        if current and self._forecast is not None:
            number = f"{self._forecast.number:04d}"
            side = translate("Desk", "Expected visit {number}").format(number=number)
            if kind is not None:
                title = reporter_title(kind, self._forecast.pseudonym.code())
        if not current and hand.kept_at is not None:
            words = translate("Desk", "Draft encrypted {hour}")
            detail = words.format(hour=shown.hour(hand.kept_at))
        state = translate("Desk", "Being entered") if current else translate("Desk", "Draft")
        place = self._hands.index(hand) if hand in self._hands else -1
        return DayLine(LineKind.DRAFT, title, detail, state, side=side, current=current, key=place)

    @Slot(object)
    def _line_chosen(self, line: DayLine) -> None:
        if line.kind is LineKind.DRAFT:
            if 0 <= line.key < len(self._hands):
                self.take_up(self._hands[line.key])
        elif line.kind is not LineKind.GROUP:
            self.visit_wanted.emit(line.key)

    def event(self, event: QEvent) -> bool:
        """Keep the draft when the window is left."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.keep_now()
        return super().event(event)


def _opened(draft: Draft) -> FormInHand:
    return FormInHand(DraftForm.from_draft(draft.form), draft.draft_id, draft.updated_at)
