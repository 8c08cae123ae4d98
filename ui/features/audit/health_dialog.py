"""The health of this machine: findings, the worst first, with advice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reception.messages.catalogue import sentence
from reception.services.audit.machine_health import HealthFinding, HealthSeverity
from ui.appearance import display_format, icons
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane

translate = QCoreApplication.translate
_ICONS = {
    HealthSeverity.BAD: ("circle-x", "danger"),
    HealthSeverity.UNKNOWN: ("info", "warn"),
    HealthSeverity.WARN: ("triangle-alert", "warn"),
    HealthSeverity.GOOD: ("circle-check", "ok"),
}


class HealthDialog(Dialog):
    """Shows a summary and the list of findings."""

    def __init__(self, findings: Sequence[HealthFinding], parent: QWidget) -> None:
        super().__init__(translate("Health", "Health of this machine"), parent, 820)
        self.set_icon("wrench", "accent")
        self.set_subtitle(
            translate("Health", "The program only checks and says what to do; it changes nothing.")
        )
        kind, text = findings_summary(findings)
        self.banner = Banner(kind, self, text)
        self.body.addWidget(self.banner)
        pane = ScrollPane(FindingsList(findings, self), self)
        pane.setMinimumHeight(theme().px(180))
        pane.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        pane.setAccessibleName(translate("Health", "Findings"))
        self.body.addWidget(pane, 1)
        self.add_note("history", translate("Health", "Logged"))
        close_text = translate("Health", "Close")
        self.close_button = PushButton(close_text, self, "primary", "", "Esc")
        self.close_button.setObjectName("close_button")
        self.set_leave_button(self.close_button)


class FindingsList(QWidget):
    """An icon, a title and an explanation for each finding."""

    def __init__(self, findings: Sequence[HealthFinding], parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(10))
        grid.setColumnStretch(2, 1)
        for row, finding in enumerate(findings):
            self._add_row(grid, row, finding)

    def _add_row(self, grid: QGridLayout, row: int, finding: HealthFinding) -> None:
        icon, tone = _ICONS[finding.severity]
        icon_label = QLabel(self)
        icon_label.setPixmap(icons.pixmap(icon, tone, theme().px(18), self.devicePixelRatioF()))
        title = QLabel(sentence(f"health.{finding.topic}"), self)
        title.setProperty("role", "strong")
        explanation = QLabel(sentence(finding.code, "", **dict(finding.facts)), self)
        explanation.setWordWrap(True)
        explanation.setTextFormat(Qt.TextFormat.PlainText)
        explanation.setProperty("role", "secondary")
        align_top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(icon_label, row, 0, align_top)
        grid.addWidget(title, row, 1, align_top)
        grid.addWidget(explanation, row, 2, align_top)


def findings_summary(findings: Sequence[HealthFinding]) -> tuple[str, str]:
    """Return the kind of banner and its text: how many findings are bad, how many good."""
    good_count = sum(1 for finding in findings if finding.severity is HealthSeverity.GOOD)
    text = translate("Health", "{bad} to mend, {good} good").format(
        bad=display_format.number(len(findings) - good_count),
        good=display_format.number(good_count),
    )
    if any(finding.severity is HealthSeverity.BAD for finding in findings):
        return "error", text
    return ("ok" if good_count == len(findings) else "warn"), text
