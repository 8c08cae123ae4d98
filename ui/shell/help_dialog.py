"""Help (F1): keys and chapter of the current screen, and all other chapters of the guide."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.shell import actions, user_guide
from ui.shell.guide_view import GuideView
from ui.shell.shortcut import Shortcut, ShortcutScope
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton
from ui.widgets.search_field import SearchField

translate = QCoreApplication.translate
_WIDTH, _LIST_WIDTH, _ROW_HEIGHT = 1040, 250, 30
_HEIGHT_AROUND_TEXT = 176  # px of the window's height above and below the text
_COLUMN_GAP = "\u00a0" * 4  # between the two columns of keys


class HelpDialog(Dialog):
    """Chapters at the left, text at the right; it opens at the chapter and the keys of ``scope``.

    ``created_ids``: the ids of the QActions that work on the screen. Ctrl+F searches all chapters.
    """

    def __init__(self, scope: ShortcutScope, created_ids: Collection[str], parent: QWidget) -> None:
        super().__init__(translate("KeysHelp", "Guide"), parent, _WIDTH)
        self._screen_chapter = user_guide.chapter_of(scope)
        self._key_table = _key_table(scope, created_ids)
        search_text = translate("KeysHelp", "Search in the guide")
        self.search = SearchField(search_text, search_text, "Ctrl+F", self)
        self.list = QListWidget(self)
        self.list.setObjectName("chapters")
        self.list.setAccessibleName(translate("KeysHelp", "Chapters"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.text = GuideView(self)
        self.text.setObjectName("guide")
        self.text.setAccessibleName(translate("KeysHelp", "Text of the chapter"))
        self._lay_out()
        self._list_chapters()
        self._connect()
        self._filter_chapters("")

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme().px(8))
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        self.search.setFixedWidth(theme().px(_LIST_WIDTH))
        self.list.setFixedWidth(theme().px(_LIST_WIDTH))
        row = QHBoxLayout()
        row.setSpacing(theme().px(14))
        row.addLayout(left)
        row.addWidget(self.text, 1)
        self.body.addLayout(row, 1)
        close = translate("KeysHelp", "Close")
        self.close_button = PushButton(close, self, "secondary", key="Esc")
        self.close_button.setObjectName("close_button")
        self.set_leave_button(self.close_button)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_chapter)
        self.search.textChanged.connect(self._filter_chapters)
        self.list.installEventFilter(self)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._focus_search)

    def _list_chapters(self) -> None:
        for chapter in user_guide.chapters():
            item = QListWidgetItem(chapter.title, self.list)
            item.setSizeHint(QSize(0, theme().px(_ROW_HEIGHT)))

    @Slot(str)
    def _filter_chapters(self, words: str) -> None:
        """List only the chapters that contain the words; hidden rows keep their numbers."""
        previous = self._current_chapter() or self._screen_chapter
        matching_rows = [
            row for row, item in enumerate(user_guide.chapters()) if item.contains(words)
        ]
        for row in range(self.list.count()):
            self.list.setRowHidden(row, row not in matching_rows)
        if not matching_rows:
            self.list.setCurrentRow(-1)
            self.text.show_text(translate("KeysHelp", "No chapter has these words."))
            return
        current = next(
            (row for row in matching_rows if user_guide.chapters()[row].name == previous.name),
            matching_rows[0],
        )
        self.list.setCurrentRow(current)

    def _current_chapter(self) -> user_guide.GuideChapter | None:
        row = self.list.currentRow()
        return user_guide.chapters()[row] if row >= 0 else None

    @Slot()
    def _show_chapter(self) -> None:
        chapter = self._current_chapter()
        if chapter is None:
            return
        text = chapter.text
        if chapter.name == self._screen_chapter.name:
            title, _, body = text.partition("\n")
            text = f"{title}\n\n{self._key_table}\n{body}"
        self.text.show_text(text)

    @Slot()
    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def open(self) -> None:
        """Show the dialog with the focus in the list of chapters."""
        super().open()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_chapter()  # the pictures must fit the present width

    def _update_geometry(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            height = parent.height() - theme().px(_HEIGHT_AROUND_TEXT)
            self.text.setFixedHeight(max(theme().px(160), height))
        super()._update_geometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures again."""
        super().resizeEvent(event)
        if self.isVisible():
            self._show_chapter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll the text by page keys and Space while the focus is in the list."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress:
            keys = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
            if isinstance(event, QKeyEvent) and event.key() in keys:
                is_backwards = event.key() == Qt.Key.Key_PageUp
                bar = self.text.verticalScrollBar()
                bar.setValue(bar.value() + bar.pageStep() * (-1 if is_backwards else 1))
                return True
        return super().eventFilter(watched, event)


def _key_table(scope: ShortcutScope, created_ids: Collection[str]) -> str:
    """Return the keys of a screen as a Markdown table in two columns."""
    title = translate("KeysHelp", "Keys of this screen")
    lines = [f"## {title}", "", "| | | | | |", "|---|---|---|---|---|"]
    rows = actions.help_rows(scope, created_ids)
    half = (len(rows) + 1) // 2
    for number in range(half):
        cells = [_cells(row) for row in rows[number::half]]
        cells += [" | "] * (2 - len(cells))
        lines.append(f"| {cells[0]} | {_COLUMN_GAP} | {cells[1]} |")
    return "\n".join([*lines, ""])


def _cells(row: Shortcut) -> str:
    keys = " ".join(keys.replace("Return", "Enter") for keys in row.keys[:2])
    return f"**{keys}** | {actions.action_text(row.id)}"
