"""The dialog in which a custodian traces a citizen's copy that was found."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.domain.copy_tracing import Trace, TracedCopy, TracingGround
from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.password_field import PasswordField
from ui.widgets.push_button import PushButton
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
_INPUT_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class TraceDialog(Dialog):
    """``trace_wanted(number, ground, password)`` is answered by ``show_trace`` or ``show_error``.

    The answer is shown while the dialog is open; closing it empties everything.
    """

    trace_wanted = Signal(str, str, str)

    def __init__(self, head_name: str, parent: QWidget) -> None:
        super().__init__(translate("Trace", "Trace a paper that was found"), parent, 640)
        self.set_icon("search", "accent")
        self.set_subtitle(
            translate("Trace", "The number lies under seal; only a custodian can search for it.")
        )
        self._make_inputs()
        self._add_fields(head_name)
        self.answer_banner = Banner("info", self)
        self.answer_banner.hide()
        self.body.addWidget(self.answer_banner)
        self.add_note("history", translate("Trace", "Logged before it opens, without the number"))
        self.set_leave_button(PushButton(translate("Trace", "Close"), self, "secondary", "", "Esc"))
        text = translate("Trace", "Trace")
        self.trace_button = PushButton(text, self, "seal", "search", "Ctrl+Enter")
        self.trace_button.setObjectName("trace_button")
        self.set_primary(self.trace_button)
        self.set_valid(False)

    def _make_inputs(self) -> None:
        self.number, self.ground_box = TextField(self), ChoiceBox(self)
        self.number.setObjectName("trace_number")
        self.number.setInputMethodHints(_INPUT_HINTS)
        self.number.textChanged.connect(self._validate)
        self.ground_box.setObjectName("trace_ground")
        self.ground_box.add(translate("Trace", "Choose a ground"), "")
        for ground, text in _grounds():
            self.ground_box.add(text, ground.value)
        self.ground_box.chosen.connect(self._validate)
        self.head_password = PasswordField(self)
        self.head_password.setObjectName("trace_head_password")
        self.head_password.textChanged.connect(self._validate)

    def _add_fields(self, head_name: str) -> None:
        number_label = translate("Trace", "Number on the paper, ten digits")
        self.body.addWidget(LabeledField(number_label, self.number, self))
        label = translate("Trace", "Password of {name}, the head").format(name=head_name)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        ground_field = LabeledField(translate("Trace", "Ground"), self.ground_box, self)
        row.addWidget(ground_field, 1, Qt.AlignmentFlag.AlignTop)
        password_field = LabeledField(label, self.head_password, self)
        row.addWidget(password_field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    @Slot()
    def _validate(self) -> None:
        typed = self.number.text().strip(), self.ground_box.value(), self.head_password.text()
        self.set_valid(all(typed))

    @Slot()
    def accept(self) -> None:
        """Emit ``trace_wanted``; the dialog stays open for the answer."""
        if not self.trace_button.isEnabled() or self.trace_button.busy:
            return
        self.answer_banner.hide()
        self.trace_button.set_busy(translate("Trace", "Searching…"))
        ground = str(self.ground_box.value())
        self.trace_wanted.emit(self.number.value(), ground, self.head_password.read_and_clear())

    def show_trace(self, trace: Trace) -> None:
        """Show which visits the paper may belong to."""
        self.trace_button.set_busy("")
        lines = [_copy_text(copy) for copy in trace.copies]
        if trace.unreadable:
            text = translate(
                "Trace", "%n sealed numbers could not be opened.", "", trace.unreadable
            )
            lines.append(text)
        if trace.copies:
            title = translate("Trace", "The office has issued this paper.")
            self.answer_banner.show_message(title, "\n".join(lines), "info")
        else:
            title = translate("Trace", "No copy of this office bears this number.")
            self.answer_banner.show_message(title, "\n".join(lines), "warn")
        self._validate()
        self.refit()

    def show_error(self, error: ReceptionError) -> None:
        """Tell why nothing was searched."""
        self.trace_button.set_busy("")
        self.answer_banner.show_message("", error_sentence(error), "error")
        self._validate()
        self.refit()

    def finish(self, accepted: bool) -> None:
        """Empty the fields and the answer before the dialog closes."""
        self.number.clear()
        self.head_password.clear()
        self.answer_banner.show_message("", "", "info")
        super().finish(accepted)


def _copy_text(copy: TracedCopy) -> str:
    text = translate("Trace", "Visit {number} of {day}, {code}.").format(
        number=f"{copy.number:04d}", day=display_format.day(copy.received_on), code=copy.code
    )
    if copy.voided:
        return text + " " + translate("Trace", "The visit was voided.")
    if copy.is_newest:
        return text + " " + translate("Trace", "It is the newest copy.")
    return text + " " + translate("Trace", "Another copy was made since: its code has ended.")


def _grounds() -> list[tuple[TracingGround, str]]:
    return [
        (TracingGround.HANDED_IN, translate("Trace", "Found and handed in")),
        (TracingGround.AUTHORITY, translate("Trace", "A competent body asks")),
        (TracingGround.DOUBTED, translate("Trace", "It may be forged")),
    ]
