"""View of a chapter of the user guide: headings, lists, tables and pictures in the theme."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ui.appearance.theme import theme
from ui.shell import user_guide
from ui.widgets import painting

_HEADING_ROLES = {1: "title", 2: "heading", 3: "strong"}
_HEADING_TOP_MARGINS = {1: 0, 2: 18, 3: 12}
_LINE_HEIGHT = 148  # per cent of the font's height


class GuideView(QTextBrowser):
    """Shows Markdown; pictures fit the width, and links are not followed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        # The scroll bar is always visible, because pictures are sized for the width beside it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(theme().px(16))
        self.setFont(theme().font("body"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, painting.theme_color("surface"))
        palette.setColor(QPalette.ColorRole.Text, painting.theme_color("text"))
        self.setPalette(palette)

    def show_text(self, markdown: str) -> None:
        """Show a text from its beginning."""
        self._text = markdown
        document = self.document()
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._format(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture of the guide, no wider than the text."""
        wanted = name if isinstance(name, str) else name.toString()
        image = QImage(str(user_guide.picture(wanted)))
        image.setDevicePixelRatio(1.0)
        width = max(self._text_width(), theme().px(200))
        smooth = Qt.TransformationMode.SmoothTransformation
        return image.scaledToWidth(width, smooth) if image.width() > width else image

    def _text_width(self) -> int:
        margins = round(2 * self.document().documentMargin())
        return self.viewport().width() - margins - theme().px(4)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(120))

    def _format(self, document: QTextDocument) -> None:
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            _set_margins(cursor, level)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                text_format = QTextCharFormat()
                text_format.setFont(theme().font(_HEADING_ROLES.get(level, "strong")))
                cursor.setCharFormat(text_format)
            else:
                _soften_bold(document, block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _format_table(frame)


def _set_margins(cursor: QTextCursor, level: int) -> None:
    """Set the margins of a paragraph; smaller ones in tables."""
    block_format = QTextBlockFormat()
    in_table = cursor.currentTable() is not None
    height_types = QTextBlockFormat.LineHeightTypes
    block_format.setLineHeight(
        100 if in_table else _LINE_HEIGHT, height_types.ProportionalHeight.value
    )
    block_format.setTopMargin(0 if in_table else theme().px(_HEADING_TOP_MARGINS.get(level, 4)))
    block_format.setBottomMargin(0 if in_table else theme().px(6))
    cursor.mergeBlockFormat(block_format)


def _soften_bold(document: QTextDocument, block: QTextBlock) -> None:
    """Set bold text in the semi-bold weight, the heaviest that is bundled."""
    bold_ranges = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.charFormat().fontWeight() >= QFont.Weight.Bold:
            bold_ranges.append((fragment.position(), fragment.length()))
        iterator += 1
    for start, length in bold_ranges:
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        text_format = QTextCharFormat()
        text_format.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(text_format)


def _format_table(table: QTextTable) -> None:
    """Remove the border, and the header row if it is empty (Markdown requires one)."""
    table_format = table.format()
    table_format.setCellPadding(theme().px(4))
    table_format.setCellSpacing(0)
    table_format.setBorder(0)
    table.setFormat(table_format)
    first_row = [table.cellAt(0, column) for column in range(table.columns())]
    if not any(cell.firstCursorPosition().block().text() for cell in first_row):
        table.removeRows(0, 1)
