"""What the desk does by dialog: refusal, more, split, read back, scans, old return codes."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from reception.bootstrap import Reception
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity
from reception.law.refusal_grounds import grounds_for
from reception.sandbox.scan_inspection import MAX_BYTES
from reception.sandbox.scan_kinds import ScanFacts
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_entry import entry_words
from ui.features.visit_entry.entry_page import translate
from ui.features.visit_entry.entry_tasks import FormInHand
from ui.features.visit_entry.form_state import ContentForm, DraftForm, PetitionForm, ScanForm
from ui.features.visit_entry.leak_checking import EntryLeakChecks
from ui.features.visit_entry.person_details_dialog import PersonDetailsDialog
from ui.features.visit_entry.readback_dialog import ReadBackDialog
from ui.features.visit_entry.refusal_dialog import RefusalDialog
from ui.features.visit_entry.scan_dialog import ScanDialog
from ui.features.visit_entry.split_dialog import SplitDialog
from ui.widgets.file_chooser import FileChooser
from ui.widgets.input_method_commit import commit_composition


class EntryDialogs(EntryLeakChecks):
    """Opens the dialogs and takes what they give back."""

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        """Wire the sections to one another."""
        super().__init__(reception, runner, parent)
        self._counted_refusals = reception.session.settings().count_refused
        self._scan_data = b""
        self.content.kind_changed.connect(self._kind_changed)
        self.content.entry_wanted.connect(self._other_entry)
        self.content.split_wanted.connect(self.split)
        self.content.old_code_typed.connect(self.work.look_up)
        self.content.old_code.textEdited.connect(self._old_changed)
        self.papers.changed.connect(self._papers_changed)
        self.papers.scan_wanted.connect(self._choose_scan)
        self.papers.scan_dropped.connect(self._drop_scan)
        self.outcome.refusal_wanted.connect(self.refuse)
        self.person.more_wanted.connect(self.more)
        self.work.old_found.connect(self._old_found)
        self.work.scan_seen.connect(self._scan_seen)

    # -- sections -------------------------------------------------------------------------

    @Slot()
    def _kind_changed(self) -> None:
        self.person.set_kind(self.content.kind())
        self.outcome.follow(self.content.kind(), self.collect().has_written_petition)

    @Slot()
    def _papers_changed(self) -> None:
        self.bar.set_papers(any(row.name.text().strip() for row in self.papers.rows))
        papers = DraftForm(papers=self.papers.collect())
        self.outcome.follow(self.content.kind(), papers.has_written_petition)

    @Slot(int)
    def _other_entry(self, number: int) -> None:
        self.collect()
        self.show_entry(number)
        self._asked = None
        self.look()

    @Slot()
    def refuse(self) -> None:
        """Ask for the ground of a refusal."""
        kind = self.content.kind() or PetitionKind.COMPLAINT
        code = self._forecast.pseudonym.code() if self._forecast else ""
        day = self._forecast.on if self._forecast else self.setting.today()
        grounds = grounds_for(kind, day)
        dialog = RefusalDialog(grounds, code, self.work.notice_day(), self, self._counted_refusals)
        dialog.chosen.connect(self._refused_on)
        dialog.rejected.connect(self.outcome.drop_refusal)
        dialog.closed.connect(dialog.deleteLater)
        dialog.choose(self.outcome.collect().ground)
        dialog.open()

    @Slot(str)
    def _refused_on(self, code: str) -> None:
        self.outcome.set_ground(code)
        self.outcome.explanation.setFocus()

    @Slot()
    def more(self) -> None:
        """Open what the first section has no room for."""
        person = self.person.collect()
        about = (self.content.kind(), person.capacity)
        dialog = PersonDetailsDialog(person.details, about, self.setting.today, self)
        dialog.taken.connect(self.person.set_details)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def split(self) -> None:
        """Ask which kind is added."""
        dialog = SplitDialog(self.collect().kinds, self)
        dialog.chosen.connect(self.split_into)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def split_into(self, kind: PetitionKind) -> None:
        """Add a petition here, or begin a visit of its own for what is denounced."""
        form = self.collect()
        if kind is PetitionKind.DENUNCIATION or PetitionKind.DENUNCIATION in form.kinds:
            self._split_visit(kind)
            return
        added = PetitionForm(ContentForm(kind))
        self.hand.form = replace(form, entries=(*form.entries, added))
        self._other_entry(len(form.entries))
        self.content.field.setFocus()
        self.edited.emit()

    def _split_visit(self, kind: PetitionKind) -> None:
        form = self.hand.form
        pair = form.pair or secrets.token_hex(8)
        self.hand.form = replace(form, pair=pair)
        details = replace(form.person.details, occupation="")
        person = replace(form.person, capacity=Capacity.SELF, details=details)
        entries = (PetitionForm(ContentForm(kind)),)
        twin = DraftForm(person, entries, pair=pair, counted_once=True, late=form.late)
        self.take_up(FormInHand(twin))
        self.content.field.setFocus()

    def take_up(self, hand: FormInHand) -> None:
        """Put another visit in hand; the desk keeps the one before."""
        self.hand = hand
        self.show_form(hand.form)

    # -- reading back and scans -----------------------------------------------------------

    @Slot()
    def read_back(self) -> None:
        """Turn this visit's words to the person."""
        commit_composition()
        self.look()
        form = self.form()
        dues = self._forecast.dues if self._forecast else ()
        record = self.hand.form.record
        page = ReadBackDialog(replace(entry_words.read_back_words(form, dues), record=record), self)
        page.done.connect(self._was_read)
        page.closed.connect(page.deleteLater)
        page.open()

    @Slot(bool, bool, bool)
    def _was_read(self, agreed: bool, thumb: bool, record: bool) -> None:
        form = self.hand.form
        self.hand.form = replace(form, read_back=agreed, thumb_print=thumb, record=record)
        self.edited.emit()

    @Slot()
    def _choose_scan(self) -> None:
        kinds = "PDF, JPEG, PNG (*.pdf *.jpg *.jpeg *.png)"
        dialog = FileChooser(translate("Desk", "Scan file"), kinds, self)
        dialog.fileSelected.connect(self.attach_file)
        dialog.open()

    @Slot(str)
    def attach_file(self, path: str) -> None:
        """Read a file's bytes and let the child process look at them."""
        try:
            with Path(path).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError:
            self.trouble.say(translate("Desk", "The file could not be read. Nothing was attached."))
            return
        self.work.inspect(data)

    @Slot(object, object)
    def _scan_seen(self, data: bytes, facts: ScanFacts) -> None:
        self._seen = (data, facts)
        denounced = self.content.kind() is PetitionKind.DENUNCIATION
        dialog = ScanDialog(facts, denounced, self)
        dialog.attached.connect(self._attach)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot(bool)
    def _attach(self, shows_person: bool) -> None:
        data, facts = self._seen
        scan = ScanForm(data, facts.kind.value, facts.pages, shows_person)
        self._show_scans((*self.hand.form.scans, scan))

    @Slot(int)
    def _drop_scan(self, place: int) -> None:
        scans = self.hand.form.scans
        self._show_scans((*scans[:place], *scans[place + 1 :]))

    def _show_scans(self, scans: tuple[ScanForm, ...]) -> None:
        self.hand.form = replace(self.hand.form, scans=scans)
        self.papers.show_scans(scans)
        self.edited.emit()

    @Slot(str, object)
    def _old_found(self, typed: str, visit: int | None) -> None:
        if typed != self.content.old_code.text():
            return  # another visit is in hand, or the code was mended meanwhile
        self.hand.form = replace(self.hand.form, old_visit=visit)
        self.edited.emit()
        if visit is None:
            self.content.old_field.set_warning(
                translate("Desk", "Not found, check number and code")
            )
        else:
            self.content.old_field.set_valid(translate("Desk", "Found: the code stays the same"))

    @Slot()
    def _old_changed(self) -> None:
        """A code that was found holds for the words it was found by, and for no others."""
        self.hand.form = replace(self.hand.form, old_visit=None)
        self.content.old_field.clear_state()
