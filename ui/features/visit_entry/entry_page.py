"""The page of visit entry: the list of the day's visits, four cards with fields, the buttons."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reception.domain.visit_lifecycle import LateEntry
from reception.services.office.office_settings import OfficeSettings
from ui.appearance.theme import theme
from ui.features.visit_entry.action_row import ActionRow
from ui.features.visit_entry.cards_page import CardsPage
from ui.features.visit_entry.content_card import ContentCard
from ui.features.visit_entry.day_panel import DayPanel
from ui.features.visit_entry.entry_context import EntryContext
from ui.features.visit_entry.entry_header import EntryHeader
from ui.features.visit_entry.form_state import DraftForm, PetitionForm
from ui.features.visit_entry.outcome_card import OutcomeCard
from ui.features.visit_entry.papers_card import PapersCard
from ui.features.visit_entry.person_card import PersonCard
from ui.widgets.banner import Banner
from ui.widgets.card import Card

translate = QCoreApplication.translate
_ONE_COLUMN_WIDTH = 1200
_FOCUS_MARGIN = 48  # above and below the focused field, so that its label and note are visible
_LOW_HEIGHT = 680  # below this height the gaps are smaller


class EntryPage(QWidget):
    """Lays out the widgets of visit entry and moves a form into and out of them.

    Emits ``edited`` after each edit by the user.
    """

    edited = Signal()

    def __init__(self, context: EntryContext, office: OfficeSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.day_panel = DayPanel(self)
        self.header = EntryHeader(office.bodies, self)
        self.person_card = PersonCard(context, self)
        self.content_card = ContentCard(self)
        self.papers_card = PapersCard(self)
        self.outcome_card = OutcomeCard(
            office.competent_head, office.report_to, context.today(), self
        )
        self._late_entry: LateEntry | None = None
        self.action_row = ActionRow(self)
        self.error_banner = Banner("error", self)
        self.card_banner = Banner("warn", self)
        for banner in (self.error_banner, self.card_banner):
            banner.hide()
        self._lay_out()
        for card in (
            self.header,
            self.person_card,
            self.content_card,
            self.papers_card,
            self.outcome_card,
        ):
            card.changed.connect(self.edited)
        self.content_card.kind_changed.connect(self._kind_changed)
        self.papers_card.changed.connect(self._papers_changed)
        self.person_card.fields.people_count.changed.connect(self._offer_lawful_outcomes)

    @Slot()
    def _kind_changed(self) -> None:
        self.person_card.set_kind(self.content_card.kind())
        self._offer_lawful_outcomes()

    @Slot()
    def _papers_changed(self) -> None:
        self.action_row.set_has_papers(
            any(row.name.text().strip() for row in self.papers_card.rows)
        )
        self._offer_lawful_outcomes()

    @Slot(object)
    def _offer_lawful_outcomes(self, _value: object = None) -> None:
        form = DraftForm(
            person=self.person_card.collect(),
            papers=self.papers_card.collect(),
            late_entry=self._late_entry,
        )
        self.outcome_card.offer_lawful_outcomes(
            self.content_card.kind(), form.facts(self.context.today())
        )

    def _lay_out(self) -> None:
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.day_panel)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._create_card_area(), 1)
        banner_row = QWidget(self)
        banner_layout = QVBoxLayout(banner_row)
        banner_layout.setContentsMargins(px(16), 0, px(16), 0)
        banner_layout.addWidget(self.card_banner)
        banner_layout.addWidget(self.error_banner)
        self._banner_row = banner_row
        column.addWidget(banner_row)
        column.addWidget(self.action_row)
        row.addLayout(column, 1)

    def parts_in_tab_order(self) -> tuple[QWidget, ...]:
        """Return the parts in tab order: the list of the day's visits comes after the form."""
        return self.header, self.scroll_area, self._banner_row, self.action_row, self.day_panel

    def _create_card_area(self) -> QScrollArea:
        px = theme().px
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cards = (self.person_card, self.content_card, self.papers_card, self.outcome_card)
        page = CardsPage(cards, area)
        page.setProperty("page", True)
        self._card_columns_layout = QHBoxLayout(page)
        self._card_columns_layout.setContentsMargins(px(16), 0, px(16), px(9))
        self._card_columns_layout.setSpacing(px(14))
        self._card_columns: list[QVBoxLayout] = []
        for card in cards:
            # Both columns are equally wide, whatever they contain.
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for _ in range(2):
            card_column = QVBoxLayout()
            self._card_columns.append(card_column)
            card_column.setSpacing(px(9))
            self._card_columns_layout.addLayout(card_column, 1)
        self._arrange_cards(one_column=False)
        area.setWidget(page)
        self.scroll_area = area
        # Qt scrolls on Tab, but not on keys such as Alt+2 or when a dialog returns the focus.
        # The timer is needed for a row just added: Qt gives it a position in the next layout pass.
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setSingleShot(True)
        self._scroll_timer.setInterval(0)
        self._scroll_timer.timeout.connect(self._scroll_to_focus)
        QGuiApplication.instance().focusObjectChanged.connect(self._scroll_timer.start)  # type: ignore[union-attr]
        return area

    def _arrange_cards(self, *, one_column: bool) -> None:
        """Place the cards in two columns, or all in one column, in the order of a conversation."""
        cards: tuple[Card, ...] = (
            self.person_card,
            self.content_card,
            self.papers_card,
            self.outcome_card,
        )
        for card in cards:
            for card_column in self._card_columns:
                card_column.removeWidget(card)
        left_column, right_column = self._card_columns
        for index, card in enumerate(cards):
            card_column = left_column if one_column or index % 2 == 0 else right_column
            card_column.addWidget(card, int(card in (self.content_card, self.papers_card)))
        self._card_columns_layout.setStretch(1, 0 if one_column else 1)
        self._is_one_column = one_column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards in one column if the window is narrow."""
        super().resizeEvent(event)
        self._set_gaps(self.height() < theme().px(_LOW_HEIGHT))
        one_column = self.window().width() < theme().px(_ONE_COLUMN_WIDTH)
        if one_column != self._is_one_column:
            self._arrange_cards(one_column=one_column)

    @Slot()
    def _scroll_to_focus(self) -> None:
        page, focused = self.scroll_area.widget(), self.window().focusWidget()
        if page is None or focused is None or not page.isAncestorOf(focused):
            return
        # Lower end, upper end, then caret: the last call decides when a field is higher than the
        # window.
        for corner in (focused.rect().bottomLeft(), focused.rect().topLeft()):
            point = focused.mapTo(page, corner)
            self.scroll_area.ensureVisible(point.x(), point.y(), 0, theme().px(_FOCUS_MARGIN))
        self.scroll_area.ensureWidgetVisible(focused, 0, theme().px(_FOCUS_MARGIN))

    def _set_gaps(self, is_low: bool) -> None:
        gap = theme().px(3 if is_low else 7)
        for layout in (
            self.person_card.fields.column,
            self.content_card.body,
            self.outcome_card.body,
        ):
            layout.setSpacing(gap)
        for card_column in self._card_columns:
            card_column.setSpacing(theme().px(6 if is_low else 9))

    # -- values ---------------------------------------------------------------------------

    def collect(self, form: DraftForm) -> DraftForm:
        """Return the form with the fields of the page; its other fields stay as they are."""
        petition = PetitionForm(self.content_card.collect(), self.outcome_card.collect())
        form = self.header.collect(form.with_petition(form.active_index, petition))
        return replace(form, person=self.person_card.collect(), papers=self.papers_card.collect())

    def show_form(self, form: DraftForm) -> None:
        """Show a form; nothing is emitted."""
        blocked = self.blockSignals(True)
        self.person_card.show_form(form.person)
        self.papers_card.show_form(form.papers)
        self.papers_card.show_scans(form.scans)
        self.action_row.set_has_papers(any(paper.name.strip() for paper in form.papers))
        self.show_petition(form)
        self.header.show_form(form)
        self.blockSignals(blocked)

    def show_petition(self, form: DraftForm) -> None:
        """Show the active petition of a form."""
        self.content_card.show_form(form.active_petition.content)
        self._late_entry = form.late_entry
        self.outcome_card.offer_lawful_outcomes(
            self.content_card.kind(), form.facts(self.context.today())
        )
        self.outcome_card.show_form(form.active_petition.outcome)
        self.content_card.show_petitions(len(form.petitions), form.active_index)
        self.person_card.set_kind(self.content_card.kind())

    # -- focus ----------------------------------------------------------------------------

    @Slot()
    def focus_person(self) -> None:
        """Unmask the identity fields and move the focus to the name."""
        self.person_card.fields.mask_group.unmask()
        self.person_card.fields.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def focus_content(self) -> None:
        target = (
            self.content_card.summary if self.content_card.kind() else self.content_card.kind_choice
        )
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def focus_papers(self) -> None:
        rows = self.papers_card.rows
        (rows[0].name if rows else self.papers_card.add_paper().name).setFocus()

    @Slot()
    def focus_outcome(self) -> None:
        self.outcome_card.within_competence.setFocus(Qt.FocusReason.ShortcutFocusReason)
