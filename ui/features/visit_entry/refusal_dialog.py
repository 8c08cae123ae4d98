"""Refusing a reception: the ground by law, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reception.law.refusal_grounds import Ground
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealText

translate = QCoreApplication.translate


class RefusalDialog(Dialog):
    """Choice of the legal ground of a refusal: ``chosen(ground code)``."""

    chosen = Signal(str)

    def __init__(
        self,
        grounds: Sequence[Ground],
        code: str,
        notice: tuple[date | None, str],
        parent: QWidget,
        counted: bool = False,
    ) -> None:
        """List the grounds lawful for the kind on the day of the visit; others are absent.

        ``notice`` is the last day of a written notice and the holidays skipped until then.
        """
        super().__init__(translate("Refusal", "Refuse: choose the ground"), parent, 720)
        self.set_subtitle(
            translate("Refusal", "Article 9 Law on Reception, Article 4(1) Decree 154/2026.")
        )
        if code:
            forecast = translate("Refusal", "Expected {code}").format(code=code)
            self.add_header_right(SealText(forecast, self))
        self._notice = notice
        self._group = QButtonGroup(self)
        self._grounds: dict[QRadioButton, Ground] = {}
        frame = QFrame(self)
        frame.setProperty("pane", True)
        self._column = QVBoxLayout(frame)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        spoken = [g for g in grounds if not g.written]
        self._section(
            "volume-2", translate("Refusal", "Explain in person, record the explanation"), spoken
        )
        written = [g for g in grounds if g.written]
        self._section(
            "file-text",
            translate("Refusal", "Written notice, form 01/TCD, in 3 working days"),
            written,
        )
        self._scrolled(frame)
        self._consequence = Banner("info", self, "", "", "calendar-clock")
        self._consequence.hide()
        self.body.addWidget(self._consequence)
        note = (
            translate("Refusal", "A refused visit is kept and counted in form 01/TCD")
            if counted
            else translate("Refusal", "A refused visit is kept, not counted in form 01/TCD")
        )
        self.add_note("info", note)
        self.set_leave_button(
            PushButton(translate("Refusal", "Back"), self, "secondary", "", "Esc")
        )
        self.set_primary(
            PushButton(
                translate("Refusal", "Choose ground"), self, "primary", "check", "Ctrl+Enter"
            )
        )
        self.set_valid(False)
        self._group.buttonToggled.connect(self._toggled)

    def _scrolled(self, frame: QFrame) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(frame)
        wanted = frame.sizeHint().height() + 2
        parent = self.parentWidget()
        available = parent.height() if parent is not None else wanted
        area.setMinimumHeight(min(wanted, max(theme().px(180), available - theme().px(230))))
        self.body.addWidget(area, 1)

    def _section(self, icon: str, title: str, grounds: Sequence[Ground]) -> None:
        if not grounds:
            return
        px = theme().px
        head = QFrame(self)
        head.setObjectName("head")
        row = QHBoxLayout(head)
        row.setContentsMargins(px(10), 0, px(10), 0)
        head.setFixedHeight(px(28))
        label = QLabel(title, head)
        label.setProperty("role", "strong")
        sign = IconLine(icon, "", head)
        sign.setFixedWidth(px(18))
        count = QLabel(translate("Refusal", "{count} grounds").format(count=len(grounds)), head)
        count.setProperty("role", "hint")
        row.addWidget(sign)
        row.addWidget(label, 1)
        row.addWidget(count)
        self._column.addWidget(head)
        for ground in grounds:
            self._column.addWidget(self._row(ground))

    def _row(self, ground: Ground) -> QWidget:
        px = theme().px
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(10), 0, px(10), 0)
        row.setSpacing(px(8))
        holder.setFixedHeight(px(28))
        radio = QRadioButton(ground.short, holder)
        radio.setFixedWidth(px(96))
        radio.setAccessibleName(f"{ground.short}, {ground.vietnamese}")
        label = QLabel(ground.vietnamese, holder)
        label.setProperty("role", "secondary")
        row.addWidget(radio)
        row.addWidget(label, 1)
        self._group.addButton(radio)
        self._grounds[radio] = ground
        holder.setProperty("line", True)
        return holder

    @Slot()
    def _toggled(self) -> None:
        button = self._group.checkedButton()
        if not isinstance(button, QRadioButton):
            return
        self._consequence.show_message("", self._words(self._grounds[button]))
        self.set_valid(True)
        self.refit()

    def _words(self, ground: Ground) -> str:
        if not ground.written:
            return translate("Refusal", "Explain to the person now; write the explanation down.")
        due, skipped = self._notice
        if due is None:
            return translate("Refusal", "Draft the notice of refusal for the head to sign.")
        text = translate(
            "Refusal", "Draft the notice of refusal for the head, by {day} at the latest"
        )
        return " ".join(
            part for part in (text.format(day=display_format.day(due)), skipped) if part
        )

    def choose(self, code: str) -> None:
        for radio, ground in self._grounds.items():
            if ground.code == code:
                radio.setChecked(True)
                radio.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def accept(self) -> None:
        button = self._group.checkedButton()
        self.finish(True)
        if isinstance(button, QRadioButton):
            self.chosen.emit(self._grounds[button].code)
