"""The desk's page: the day at the left, four sections, the bar below; and what they hold."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reception.bootstrap import Reception
from reception.domain.visit import Mode
from ui.appearance.theme import theme
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_entry.action_row import ActionRow
from ui.features.visit_entry.content_card import ContentCard
from ui.features.visit_entry.day_panel import DayPanel
from ui.features.visit_entry.entry_tasks import EntryTasks, FormInHand
from ui.features.visit_entry.form_state import DraftForm, PetitionForm
from ui.features.visit_entry.outcome_card import OutcomeCard
from ui.features.visit_entry.papers_card import PapersCard
from ui.features.visit_entry.person_card import PersonCard, Setting
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.page_header import PageHeader

translate = QCoreApplication.translate
_ONE_COLUMN = 1200
_AROUND = 48  # what is kept in sight above and below the field in work: its label, its note
_SHORT = 860  # below this width the mode's box stands without its word
_LOW = 680  # below this height the sections move closer


class _Cards(QWidget):
    """The sections; Tab goes through them as a conversation runs, however they are placed."""

    def __init__(self, cards: tuple[Card, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = cards

    def tab_parts(self) -> tuple[Card, ...]:
        """Return the sections in their order."""
        return self._cards


class EntryPage(QWidget):
    """Lays the desk out; ``collect()`` and ``show_state(state)`` read and fill the form."""

    edited = Signal()

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        """Make the page for one open office."""
        super().__init__(parent)
        self.work = EntryTasks(reception, runner, self)
        self.hand = FormInHand()
        settings = reception.session.settings()
        self.setting = Setting(self.work.today)
        self.day = DayPanel(self)
        self.header = PageHeader(translate("Desk", "New visit"), self)
        self.mode, self.body_box = ChoiceBox(self), ChoiceBox(self)
        self.person = PersonCard(self.setting, self)
        self.content = ContentCard(self)
        self.papers = PapersCard(self)
        self.outcome = OutcomeCard(settings.competent_head, settings.report_to, self)
        self.bar = ActionRow(self)
        self.trouble = Banner("error", self)
        self.trouble.hide()
        self._fill_header(settings.bodies)
        self._lay()
        for card in (self.person, self.content, self.papers, self.outcome):
            card.changed.connect(self.edited)
        self.mode.chosen.connect(self._header_changed)
        self.body_box.chosen.connect(self._header_changed)

    def _fill_header(self, bodies: tuple[str, ...]) -> None:
        for mode in Mode:
            self.mode.add(_mode_words(mode), mode.value)
        self.mode.setAccessibleName(translate("Desk", "Mode of reception"))
        self.body_box.setAccessibleName(translate("Desk", "Receiving body"))
        for body in bodies:
            self.body_box.add(body, body)
        label = QLabel(translate("Desk", "Mode"), self)
        label.setProperty("role", "hint")
        label.setBuddy(self.mode)
        self._mode_label = label
        # The body gives way before the mode does, and the grey words before both.
        self.body_box.setMinimumWidth(theme().px(96))
        self.body_box.setMaximumWidth(theme().px(206))
        self.mode.setFixedWidth(theme().px(146))
        self.body_box.setProperty("elides", True)  # its tip has the whole name
        self.body_box.setToolTip(self.body_box.currentText())
        self.body_box.currentTextChanged.connect(self.body_box.setToolTip)
        self.body_box.setVisible(len(bodies) > 1)
        for part in (self.body_box, label, self.mode):
            self.header.add_side(part)

    def _lay(self) -> None:
        px = theme().px
        self.header.setFixedHeight(px(46))
        edges = self.header.layout()
        if edges is not None:
            edges.setContentsMargins(px(16), 0, px(16), 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.day)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._form(), 1)
        holder = QWidget(self)
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(px(16), 0, px(16), 0)
        inside.addWidget(self.trouble)
        self._below = holder
        column.addWidget(holder)
        column.addWidget(self.bar)
        row.addLayout(column, 1)

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Let Tab go to the visits of the day after the form, not before it."""
        return self.header, self.area, self._below, self.bar, self.day

    def _form(self) -> QScrollArea:
        px = theme().px
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cards = (self.person, self.content, self.papers, self.outcome)
        page = _Cards(cards, area)
        page.setProperty("page", True)
        self.columns = QHBoxLayout(page)
        self.columns.setContentsMargins(px(16), 0, px(16), px(9))
        self.columns.setSpacing(px(14))
        self._sides: list[QVBoxLayout] = []
        for card in cards:
            # Both columns are equally wide, whatever stands in them.
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for _ in range(2):
            side = QVBoxLayout()
            self._sides.append(side)
            side.setSpacing(px(9))
            self.columns.addLayout(side, 1)
        self._place_cards(narrow=False)
        area.setWidget(page)
        self.area = area
        # Tab scrolls by itself; keys such as Alt+2 and dialogs that give the focus back do not.
        # What gets the focus may be a row just added: it has its place only after the layout.
        self._sight = QTimer(self)
        self._sight.setSingleShot(True)
        self._sight.setInterval(0)
        self._sight.timeout.connect(self._follow)
        QGuiApplication.instance().focusObjectChanged.connect(self._sight.start)  # type: ignore[union-attr]
        return area

    def _place_cards(self, *, narrow: bool) -> None:
        """Put the sections side by side, or under one another in the order of a conversation."""
        cards: tuple[Card, ...] = (self.person, self.content, self.papers, self.outcome)
        for card in cards:
            for side in self._sides:
                side.removeWidget(card)
        left, right = self._sides
        for place, card in enumerate(cards):
            side = left if narrow or place % 2 == 0 else right
            side.addWidget(card, int(card in (self.content, self.papers)))
        self.columns.setStretch(1, 0 if narrow else 1)
        self._narrow = narrow

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sections under one another in a narrow window."""
        super().resizeEvent(event)
        self._press(self.height() < theme().px(_LOW))
        self._mode_label.setVisible(self.header.width() >= theme().px(_SHORT))
        narrow = self.window().width() < theme().px(_ONE_COLUMN)
        if narrow != self._narrow:
            self._place_cards(narrow=narrow)

    @Slot()
    def _follow(self) -> None:
        page, focused = self.area.widget(), self.window().focusWidget()
        if page is None or focused is None or not page.isAncestorOf(focused):
            return
        # The end first, so that of a field higher than the window the beginning wins, and the
        # caret over both.
        for corner in (focused.rect().bottomLeft(), focused.rect().topLeft()):
            place = focused.mapTo(page, corner)
            self.area.ensureVisible(place.x(), place.y(), 0, theme().px(_AROUND))
        self.area.ensureWidgetVisible(focused, 0, theme().px(_AROUND))

    def _press(self, low: bool) -> None:
        gap = theme().px(3 if low else 7)
        for layout in (self.person.fields.column, self.content.body, self.outcome.body):
            layout.setSpacing(gap)
        for side in self._sides:
            side.setSpacing(theme().px(6 if low else 9))

    # -- values ---------------------------------------------------------------------------

    def collect(self) -> DraftForm:
        """Return the form as it stands, and keep it with the visit in hand."""
        entry = PetitionForm(self.content.collect(), self.outcome.collect())
        form = self.hand.form
        self.hand.form = replace(
            form.with_entry(form.active, entry),
            person=self.person.collect(),
            papers=self.papers.collect(),
            mode=Mode(str(self.mode.value())),
            body=str(self.body_box.value() or ""),
        )
        return self.hand.form

    def show_form(self, form: DraftForm) -> None:
        """Show a form; nothing is emitted."""
        blocked = self.blockSignals(True)
        self.hand.form = form
        self.person.show_form(form.person)
        self.papers.show_form(form.papers)
        self.papers.show_scans(form.scans)
        self.bar.set_papers(any(paper.name.strip() for paper in form.papers))
        self.show_entry(form.active)
        self.mode.choose(form.mode.value)
        if form.body:
            self.body_box.choose(form.body)
        self.blockSignals(blocked)

    def show_entry(self, number: int) -> None:
        """Show one of the petitions."""
        self.hand.form = form = replace(self.hand.form, active=number)
        self.content.show_form(form.shown.content)
        self.outcome.follow(self.content.kind(), form.has_written_petition)
        self.outcome.show_form(form.shown.outcome)
        self.content.show_entries(len(form.entries), number)
        self.person.set_kind(self.content.kind())

    @Slot(object)
    def _header_changed(self, _value: object) -> None:
        self.edited.emit()


def _mode_words(mode: Mode) -> str:
    return {
        Mode.REGULAR: translate("Desk", "Regular"),
        Mode.SCHEDULED_HEAD: translate("Desk", "Head, scheduled"),
        Mode.AD_HOC_HEAD: translate("Desk", "Head, ad hoc"),
        Mode.DELEGATE: translate("Desk", "Delegate"),
    }[mode]
