"""Side panel with a request that a custodian answers: approve, or refuse with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.reveal_request import RevealRequest
from reception.messages.catalogue import error_sentence
from ui.appearance.theme import theme
from ui.features.todo.custody_request_view import CustodyRequestView, spoken_request
from ui.shell import actions
from ui.widgets.clear_layout import clear_layout
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from reception.services.disclosure.custodian_reveals import OpeningsOfMonth

translate = QCoreApplication.translate
# The request was answered or ended: whoever looks at it can do nothing more.
ANSWERED = frozenset({"request.was_granted", "request.was_refused", "request.ended"})


class CustodyRequestPanel(QFrame):
    """Shows one request; emits ``approve_wanted`` or ``refuse_wanted`` with it.

    The explanation is shown after the program has compared it with the identity. Words that name
    the person are withheld; the request is decided by its ground, so that the asker learns nothing.
    """

    approve_wanted = Signal(object)  # RevealRequest
    refuse_wanted = Signal(object)  # RevealRequest

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self.request: RevealRequest | None = None
        self.view: CustodyRequestView | None = None
        content = QWidget(self)
        self._content_column = QVBoxLayout(content)
        self._content_column.setContentsMargins(0, 0, 0, 0)
        self.scroll_pane = ScrollPane(content, self)
        # First focus: the request, never a button.
        self.scroll_pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scroll_pane.setObjectName("custody_request")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self.scroll_pane, 1)
        outer.addWidget(self._make_footer())
        self.hide()

    def _make_footer(self) -> QFrame:
        footer = QFrame(self)
        footer.setProperty("foot", True)
        row = QHBoxLayout(footer)
        px = theme().px
        row.setContentsMargins(px(14), px(9), px(14), px(9))
        refuse_text = translate("Custody", "Refuse…")
        refuse_key = actions.first_key_text("request.refuse")
        self.refuse_button = PushButton(refuse_text, footer, "secondary", "x", refuse_key)
        self.refuse_button.setObjectName("refuse_button")
        approve_text = translate("Request", "Approve")
        approve_key = actions.first_key_text("request.approve")
        self.approve_button = PushButton(approve_text, footer, "seal", "seal-open", approve_key)
        self.approve_button.setObjectName("approve_button")
        self.refuse_button.clicked.connect(self.refuse)
        self.approve_button.clicked.connect(self.approve)
        row.addWidget(self.refuse_button)
        row.addStretch(1)
        row.addWidget(self.approve_button)
        self.footer = footer
        return footer

    def show_request(self, request: RevealRequest) -> None:
        """Show a request without its explanation, which has to be read first."""
        self.request = request
        clear_layout(self._content_column)
        self.view = CustodyRequestView(request, self)
        self._content_column.addWidget(self.view)
        self.scroll_pane.verticalScrollBar().setValue(0)
        self.scroll_pane.setAccessibleName(spoken_request(request))
        self.footer.show()
        self.approve_button.set_busy("")
        self.approve_button.setEnabled(False)
        self.show()

    def show_explanation(self, words: str) -> None:
        """Show the words, which name nobody; the request can be approved now."""
        if self.view is not None:
            self.view.explanation.setText(words)
            self.approve_button.setEnabled(True)

    def show_withheld(self, error: ReceptionError) -> None:
        """Show why the words are not shown; the request can be approved without them."""
        if self.view is not None:
            self.view.show_error(error_sentence(error))
            self.approve_button.setEnabled(True)

    def show_month(self, month: OpeningsOfMonth) -> None:
        """Show how often custodians' identities were opened and refused this month."""
        if self.view is not None:
            self.view.show_month(month)

    def show_failure(self, error: ReceptionError) -> None:
        """Show why the request cannot be approved; if it was answered, its buttons go."""
        self.approve_button.set_busy("")
        self.approve_button.setEnabled(False)
        if error.code in ANSWERED:
            self.scroll_pane.setFocus(Qt.FocusReason.OtherFocusReason)
            self.footer.hide()
        if self.view is not None:
            self.view.show_error(error_sentence(error))

    def clear(self) -> None:
        """Hide the panel and delete what it shows."""
        self.request = self.view = None
        self.hide()
        clear_layout(self._content_column)

    @Slot()
    def approve(self) -> None:
        """Ask for the approval, as the button does; ignored while it is not possible."""
        if self.request is not None and self.isVisible() and self.approve_button.isEnabled():
            self.approve_button.set_busy(translate("Request", "Approving…"))
            self.approve_button.setEnabled(False)
            self.approve_wanted.emit(self.request)

    @Slot()
    def refuse(self) -> None:
        """Ask for the refusal, as the button does."""
        if self.request is not None and self.footer.isVisible():
            self.refuse_wanted.emit(self.request)
