"""An opened identity: shown for sixty seconds with a watermark, while the window is active."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.reporter import Address, Identity
from reception.domain.reveal import VISIBLE_SECONDS, IdentityPart, texts_of
from reception.services.disclosure.opened_identity import RevealResult
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.models.todo_custody_lines import part_name
from ui.models.version_writers_text import writers_text
from ui.privacy.screen_capture import exclude_from_capture
from ui.widgets import painting
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealChip, SealState, SealText

translate = QCoreApplication.translate
_SECOND_IN_MS = 1000


class Countdown(painting.PaintedWidget):
    """A ring around the seconds that are left."""

    def __init__(self, seconds: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._total_seconds = self.seconds_left = seconds
        self.setFixedSize(theme().px(64), theme().px(64))

    def show_seconds_left(self, seconds: int) -> None:
        self.seconds_left = seconds
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        line_width = theme().px(6)
        ring = QRectF(self.rect()).adjusted(line_width, line_width, -line_width, -line_width)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(painting.theme_color("warnBorder"), line_width))
            painter.drawEllipse(ring)
            painter.setPen(QPen(painting.theme_color("warn"), line_width))
            painter.drawArc(
                ring, 90 * 16, round(360 * 16 * self.seconds_left / self._total_seconds)
            )
            center = Qt.AlignmentFlag.AlignCenter
            painting.draw_text(
                painter,
                self.rect(),
                str(self.seconds_left),
                theme().font("title"),
                "warnText",
                center,
            )


@dataclass(frozen=True, slots=True)
class RevealCaption:
    """What the dialog says about an opened identity; ``written_by`` names its versions' writers."""

    pseudonym: str
    watermark: str
    log_entry: int  # sequence number in the log
    written_by: str


def reveal_caption(result: RevealResult, member_name: str, now: datetime) -> RevealCaption:
    """Return the caption of an identity that a member opens now."""
    day, time = display_format.day(now.date()), display_format.time_of_day(now)
    return RevealCaption(
        result.code,
        f"{member_name} · {day} {time}",
        result.log_entry,
        writers_text(result.writers, now.date()),
    )


class RevealDialog(Dialog):
    """Shows parts of an identity and closes by itself after sixty seconds.

    Nothing can be selected, copied, dragged or printed; the dialog closes when another window
    becomes active.
    """

    def __init__(
        self,
        identity: Identity,
        parts: frozenset[IdentityPart],
        caption: RevealCaption,
        parent: QWidget,
    ) -> None:
        super().__init__(translate("Reveal", "The seal is open"), parent, 640)
        self._seconds_left = VISIBLE_SECONDS
        self._window = parent.window()
        self._value_labels: list[QLabel] = []
        self.countdown = Countdown(VISIBLE_SECONDS, self)
        self.set_icon("seal-open", "warn")
        self.add_header_right(SealChip(caption.pseudonym, self, state=SealState.OPEN))
        self.add_header_right(self.countdown)
        self.watermark = _Watermark(caption.watermark, self)
        self.body.addWidget(self.watermark)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(24))
        grid.setVerticalSpacing(theme().px(12))
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self.watermark)
        column.addLayout(grid)
        for row, part in enumerate(IdentityPart):
            label = QLabel(part_name(part), self.watermark)
            label.setProperty("role", "secondary")
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._value_widget(identity, part, part in parts), row, 1)
        column.addSpacing(theme().px(4))
        column.addWidget(self._writers_label(caption.written_by))
        log_note = translate("Reveal", "Log entry {number}. Cannot be copied or printed.")
        self.add_note("history", log_note.format(number=display_format.number(caption.log_entry)))
        close_text = translate("Reveal", "Close the seal")
        self.close_button = PushButton(close_text, self, "seal", "seal", "Esc")
        self.close_button.setObjectName("close_button")
        # The focus stays on this button: a screen reader reads the description with it.
        self.close_button.setAccessibleDescription(caption.written_by)
        self.set_leave_button(self.close_button)
        self._show_remaining_time()
        self._second_timer = QTimer(self)
        self._second_timer.setInterval(_SECOND_IN_MS)
        self._second_timer.timeout.connect(self._count_second)

    def _value_widget(self, identity: Identity, part: IdentityPart, is_revealed: bool) -> QWidget:
        if not is_revealed:
            return SealText(translate("Reveal", "Not asked for"), self.watermark)
        label = QLabel(
            _part_text(identity, part) or translate("Reveal", "Nothing was entered"), self
        )
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        label.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        label.setWordWrap(True)
        label.setProperty("role", "heading")
        self._value_labels.append(label)
        return label

    def _writers_label(self, text: str) -> QLabel:
        label = QLabel(text, self.watermark)
        label.setObjectName("writers")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        label.setWordWrap(True)
        label.setProperty("role", "hint")
        return label

    def open(self) -> None:
        """Show the dialog, excluded from screenshots, and start the countdown."""
        exclude_from_capture(self._window)
        super().open()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._second_timer.start()

    @Slot()
    def _count_second(self) -> None:
        self._seconds_left -= 1
        if self._seconds_left <= 0:
            self.reject()
            return
        self.countdown.show_seconds_left(self._seconds_left)
        self._show_remaining_time()

    def _show_remaining_time(self) -> None:
        text = translate("Reveal", "Closes in {left} s, or as soon as you leave this window.")
        self.set_subtitle(text.format(left=self._seconds_left))

    def finish(self, accepted: bool) -> None:
        """Clear the identity first, then close."""
        self._second_timer.stop()
        for label in self._value_labels:
            label.setText("")
        exclude_from_capture(self._window, excluded=False)
        super().finish(accepted)

    def event(self, event: QEvent) -> bool:
        """Close when another window takes the focus."""
        if event.type() == QEvent.Type.WindowDeactivate and self.isVisible():
            self.reject()
        return super().event(event)


class _Watermark(QWidget):
    """Watermark with name and time: a photograph of the screen shows who took it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text

    def paintEvent(self, event: QPaintEvent) -> None:
        font = QFont(theme().font("small"))
        step_x, step_y = theme().px(270), theme().px(76)
        with QPainter(self) as painter:
            painter.setFont(font)
            painter.setPen(painting.theme_color("borderStrong"))
            painter.setOpacity(0.5)
            base = painter.transform()
            for row in range(-1, self.height() // step_y + 2):
                for column in range(-1, self.width() // step_x + 2):
                    x = column * step_x + (step_x // 2 if row % 2 else 0)
                    transform = QTransform.fromTranslate(x, row * step_y + step_y // 2)
                    painter.setTransform(transform.rotate(-16) * base)
                    painter.drawText(0, theme().px(16), self._text)


def _part_text(identity: Identity, part: IdentityPart) -> str:
    if part is IdentityPart.NAME:
        return ", ".join(filter(None, (identity.name, *identity.companions)))
    if part is IdentityPart.ADDRESS:
        return _address_line(identity.address)
    if part is IdentityPart.NUMBER:
        return display_format.card_number(identity.paper.number)
    return ", ".join(texts_of(identity, part))


def _address_line(address: Address) -> str:
    address_parts = (address.street, address.hamlet, address.commune, address.province)
    return ", ".join(part for part in address_parts if part)
