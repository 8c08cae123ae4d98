"""Shows a text of the user's guide: headings, lists, tables and pictures, in the theme."""

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

_ROLES = {1: "title", 2: "heading", 3: "strong"}
_ABOVE = {1: 0, 2: 18, 3: 12}
_LINE = 148  # per cent of the font's height


class GuideView(QTextBrowser):
    """Shows Markdown; pictures fit the width, and links are not followed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        # Always visible: pictures are sized for the width beside it.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(theme().px(16))
        self.setFont(theme().font("body"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, painting.tint("surface"))
        palette.setColor(QPalette.ColorRole.Text, painting.tint("text"))
        self.setPalette(palette)

    def show_text(self, markdown: str) -> None:
        """Show a text from its beginning."""
        self._text = markdown
        document = self.document()
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._dress(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture of the guide, no wider than the text."""
        wanted = name if isinstance(name, str) else name.toString()
        image = QImage(str(user_guide.picture(wanted)))
        image.setDevicePixelRatio(1.0)
        room = max(self._room(), theme().px(200))
        smooth = Qt.TransformationMode.SmoothTransformation
        return image.scaledToWidth(room, smooth) if image.width() > room else image

    def _room(self) -> int:
        margins = round(2 * self.document().documentMargin())
        return self.viewport().width() - margins - theme().px(4)

    def minimumSizeHint(self) -> QSize:
        """Let the layout decide the height."""
        return QSize(theme().px(200), theme().px(120))

    def _dress(self, document: QTextDocument) -> None:
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            _space(cursor, level)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                look = QTextCharFormat()
                look.setFont(theme().font(_ROLES.get(level, "strong")))
                cursor.setCharFormat(look)
            else:
                _embolden(document, block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)


def _space(cursor: QTextCursor, level: int) -> None:
    """Set the margins of a paragraph; smaller ones in tables."""
    shape = QTextBlockFormat()
    inside = cursor.currentTable() is not None
    kinds = QTextBlockFormat.LineHeightTypes
    shape.setLineHeight(100 if inside else _LINE, kinds.ProportionalHeight.value)
    shape.setTopMargin(0 if inside else theme().px(_ABOVE.get(level, 4)))
    shape.setBottomMargin(0 if inside else theme().px(6))
    cursor.mergeBlockFormat(shape)


def _embolden(document: QTextDocument, block: QTextBlock) -> None:
    """Set bold words in the family's own strong weight, which is not the heaviest."""
    heavy = []
    piece = block.begin()
    while not piece.atEnd():
        fragment = piece.fragment()
        if fragment.charFormat().fontWeight() >= QFont.Weight.Bold:
            heavy.append((fragment.position(), fragment.length()))
        piece += 1
    for start, length in heavy:
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(look)


def _dress_table(table: QTextTable) -> None:
    """Remove frame and empty head: Markdown has no table without a head."""
    grid = table.format()
    grid.setCellPadding(theme().px(4))
    grid.setCellSpacing(0)
    grid.setBorder(0)
    table.setFormat(grid)
    first = [table.cellAt(0, column) for column in range(table.columns())]
    if not any(cell.firstCursorPosition().block().text() for cell in first):
        table.removeRows(0, 1)
