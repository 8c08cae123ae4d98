"""Fields that are masked by hatching when the reporter's section loses the focus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStackedLayout,
    QWidget,
)

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting


class FieldMask(painting.PaintedWidget):
    """The hatched mask of a field; ``show_wanted`` when it is clicked or gets the focus."""

    show_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_filled(self, filled: bool) -> None:
        """Set whether the masked field contains text."""
        self._filled = filled
        self.update()

    def _text(self, width: int) -> str:
        if not self._filled:
            return QCoreApplication.translate("CoveredField", "Empty")
        long_text = QCoreApplication.translate("CoveredField", "Entered, covered")
        short_text = QCoreApplication.translate("CoveredField", "Covered")
        # A text that does not fit is left out: the seal icon alone is clearer than a cut word.
        fitting_texts = (
            text for text in (long_text, short_text) if painting.text_width(text) <= width
        )
        return next(fitting_texts, "")

    def sizeHint(self) -> QSize:
        """As high as the masked field."""
        return QSize(theme().px(80), theme().px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the same mask for every content."""
        with QPainter(self) as painter:
            path = painting.draw_box(painter, self.rect(), "sealSoft", "sealBorder")
            painting.draw_hatching(painter, self.rect(), path)
            has_focus = self.hasFocus()
            painting.draw_box(
                painter, self.rect(), "", "accent" if has_focus else "sealBorder", 4, 1 + has_focus
            )
            left, side = theme().px(9), theme().px(15)
            icons.paint(painter, QRect(left, 0, side, self.height()), "seal", "seal")
            left += side + theme().px(8)
            rect = QRect(left, 0, self.width() - left - theme().px(4), self.height())
            painting.draw_text(
                painter, rect, self._text(rect.width()), theme().font("label"), "sealText"
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Request to show the field."""
        self.show_wanted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Request to show the field when it was reached by key."""
        super().focusInEvent(event)
        if event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            self.show_wanted.emit()


class MaskableField(QWidget):
    """Contains a field and its mask, and shows one of them.

    ``show_wanted(self)`` on a click or Tab into the masked field.
    """

    show_wanted = Signal(object)

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._mask = FieldMask(self)
        self._stack.addWidget(field)
        self._stack.addWidget(self._mask)
        self._mask.show_wanted.connect(self._request_to_show)
        self.setFocusProxy(field)
        self.setSizePolicy(field.sizePolicy())

    @property
    def is_masked(self) -> bool:
        """True while the field is masked."""
        return self._stack.currentWidget() is self._mask

    def show_mask(self) -> None:
        self._mask.set_filled(_is_filled(self.field))
        self._mask.setAccessibleName(self.field.accessibleName())
        self._mask.setAccessibleDescription(
            QCoreApplication.translate("CoveredField", "Entered, covered")
        )
        self.setFocusProxy(self._mask)
        self._stack.setCurrentWidget(self._mask)

    def hide_mask(self) -> None:
        self.setFocusProxy(self.field)
        self._stack.setCurrentWidget(self.field)

    @Slot()
    def _request_to_show(self) -> None:
        self.show_wanted.emit(self)


class MaskGroup(QObject):
    """The fields of one section, masked and shown together.

    ``set_active(False)`` (F8 off) shows all fields and disables masking; ``changed(bool)`` after
    each change.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields: list[MaskableField] = []
        self._is_masked = False
        self._active = True
        self._is_changing = False

    @property
    def is_masked(self) -> bool:
        """True while the section is masked."""
        return self._is_masked

    @property
    def active(self) -> bool:
        """True when leaving the section masks it."""
        return self._active

    def add(self, field: QWidget, parent: QWidget | None = None) -> MaskableField:
        """Wrap a field; the returned widget must be added to the layout."""
        maskable = MaskableField(field, parent or field.parentWidget())
        maskable.show_wanted.connect(self._show_and_focus)
        self._fields.append(maskable)
        return maskable

    def set_active(self, active: bool) -> None:
        """Set whether leaving the section masks it."""
        self._active = active
        if not active:
            self.unmask()

    @Slot()
    def mask(self) -> None:
        """Mask every field."""
        if self._active:
            self._set_masked(True)

    @Slot()
    def unmask(self) -> None:
        self._set_masked(False)

    def _set_masked(self, masked: bool) -> None:
        # Masking a field moves the focus, which requests another change: nested changes would emit
        # ``changed`` in the wrong order.
        if self._is_changing or masked == self._is_masked:
            return
        self._is_changing = True
        self._is_masked = masked
        for field in self._fields:
            if masked:
                field.show_mask()
            else:
                field.hide_mask()
        self.changed.emit(masked)
        self._is_changing = False

    @Slot(object)
    def _show_and_focus(self, maskable: MaskableField) -> None:
        self.unmask()
        maskable.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_filled(field: QWidget) -> bool:
    if isinstance(field, QLineEdit):
        return bool(field.text())
    if isinstance(field, QPlainTextEdit):
        return not field.document().isEmpty()
    if isinstance(field, QComboBox):
        return bool(field.currentText())
    return True
