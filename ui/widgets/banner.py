"""A message that stays on the page until its cause is removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets.push_button import PushButton
from ui.widgets.shortcut_label import ShortcutLabel

# By kind: the icon, the colour of the icon, the colour of the title.
_KIND_STYLES = {
    "warn": ("triangle-alert", "warn", "warnText"),
    "error": ("circle-alert", "danger", "dangerText"),
    "ok": ("shield-check", "ok", "okText"),
    "info": ("info", "accent", "text"),
}


@dataclass(frozen=True, slots=True)
class BannerLink:
    """An action offered by a banner: id for the signal, text, shortcut shown beside it."""

    id: str
    text: str
    key: str = ""


class Banner(QFrame):
    """Kinds: warn, error, ok, info. The title is shown in bold before the body.

    Emits ``link_used(id)`` when a link is clicked.
    """

    link_used = Signal(str)

    def __init__(
        self,
        kind: str,
        parent: QWidget | None = None,
        title: str = "",
        body: str = "",
        icon: str = "",
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon = kind, icon
        self._title, self._body = title, body
        self._links: list[QWidget] = []
        self._icon_label = QLabel(self)
        self._icon_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setProperty("role", "secondary")
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._build()
        self._restyle()
        theme().changed.connect(self._restyle)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(12), theme().px(8), theme().px(10), theme().px(8))
        row.setSpacing(theme().px(9))
        row.addWidget(self._icon_label, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._label)
        self._links_below = QHBoxLayout()
        self._links_below.setSpacing(theme().px(12))
        column.addLayout(self._links_below)
        row.addLayout(column, 1)
        self._links_beside = QHBoxLayout()
        self._links_beside.setSpacing(theme().px(8))
        row.addLayout(self._links_beside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_message(self, title: str, body: str = "", kind: str | None = None) -> None:
        """Set the text (and the kind) and show the banner."""
        self._title, self._body = title, body
        self._kind = kind or self._kind
        self._restyle()
        self.show()

    def text(self) -> str:
        """Return title and body as plain text."""
        return " ".join(part for part in (self._title, self._body) if part)

    def set_links(self, links: Sequence[BannerLink], below: bool = False) -> None:
        """Set up to two links, at the right end or below the text."""
        for widget in self._links:
            widget.setParent(None)
            widget.deleteLater()
        self._links.clear()
        layout = self._links_below if below else self._links_beside
        for link in links:
            button = PushButton(link.text, self, "link")
            button.setObjectName(link.id)
            button.clicked.connect(self._link_clicked)
            layout.addWidget(button)
            self._links.append(button)
            if link.key:
                shortcut = ShortcutLabel(link.key, self)
                layout.addWidget(shortcut)
                self._links.append(shortcut)
        if below and self._links_below.count() == len(self._links):
            self._links_below.addStretch(1)

    def focus_link(self, link_id: str) -> None:
        """Move the focus to a link."""
        for widget in self._links:
            if widget.objectName() == link_id:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _link_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.link_used.emit(sender.objectName())

    @Slot()
    def _restyle(self) -> None:
        icon, icon_color, title_color = _KIND_STYLES[self._kind]
        ratio = self.devicePixelRatioF()
        icon_size = theme().px(16)
        pixmap = icons.pixmap(self._icon or icon, icon_color, icon_size, ratio)
        self._icon_label.setPixmap(pixmap)
        color = theme().color(title_color).name()
        title_html = f'<span style="font-weight:600; color:{color}">{escape(self._title)}</span>'
        parts = (title_html if self._title else "", escape(self._body))
        self._label.setText(" ".join(part for part in parts if part))
        self.setAccessibleName(self.text())
        self.setProperty("banner", self._kind)
        self.style().unpolish(self)
        self.style().polish(self)
