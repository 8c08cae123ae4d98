"""Draws the component sheet: ``python -m tests.ui.component_sheet OUT.png [dark] [scale]``."""

from __future__ import annotations

import sys
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHoverEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.appearance import translation
from ui.appearance.display_format import TagKind
from ui.appearance.theme import Mode, theme
from ui.application_run import QT_ARGUMENTS
from ui.models.paged_table_model import Cell, Column, PagedTableModel
from ui.widgets import painting
from ui.widgets.banner import Banner, BannerLink
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.data_table import DataTable
from ui.widgets.date_field import DateField
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labeled_field import LabeledField
from ui.widgets.masked_field import MaskGroup
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.password_field import PasswordField
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import RedactedWord, SealChip, SealState, SealText
from ui.widgets.seal_tape import SealTape
from ui.widgets.segmented_control import SegmentedControl
from ui.widgets.shortcut_label import ShortcutLabel
from ui.widgets.skeleton import Skeleton
from ui.widgets.tag import Tag
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField
from ui.widgets.toast import Toast
from ui.widgets.toggle_switch import ToggleSwitch

ROWS = (
    ("0622", "Người phản ánh · PA-0141", "thường", Cell("04/12")),
    ("0621", "Người khiếu nại · KN-0232", "rê chuột", Cell("Còn 2 ngày", tag=TagKind.SOON)),
    ("0613", "Người tố cáo · TC-0012", "đang chọn", Cell("Quá 2 ngày", tag=TagKind.OVERDUE)),
)
COLORS = "canvas rail surface sunken border inputBorder text text3 accent accentSoft seal sealSoft"


class Swatch(QWidget):
    """One colour and its name."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setMinimumSize(70, 46)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            place = self.rect()
            place.setHeight(26)
            painting.draw_box(painter, place, self._name, "border", 3)
            words = self.rect().adjusted(0, 28, 0, 0)
            painting.draw_text(painter, words, self._name, theme().font("small"), "text2")


class Rows:
    """Three rows for the table."""

    def total(self) -> int:
        return len(ROWS)

    def request(self, first_row: int, size: int, deliver: object) -> None:
        assert callable(deliver)
        deliver(first_row, ROWS[first_row : first_row + size])


def _card(title: str, parent: QWidget) -> Card:
    card = Card("", parent)
    card.set_follows_focus(False)
    label = QLabel(title, card)
    label.setProperty("role", "secondary")
    card.body.addWidget(label)
    return card


def _line(card: Card, *widgets: QWidget, gap: int = 12) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    card.body.addLayout(row)
    return row


def _named(widget: QWidget, name: str, parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 4, 0)
    column.setSpacing(6)
    column.addWidget(widget)
    words = QLabel(name, holder)
    words.setProperty("role", "secondary")
    column.addWidget(words)
    column.addStretch(1)
    return holder


def _buttons(parent: QWidget) -> Card:
    card = _card("Nút", parent)
    off = PushButton("Chính", card, "primary")
    off.setEnabled(False)
    busy = PushButton("Lưu", card, "primary")
    busy.set_busy("Đang lưu…")
    ring = PushButton("Chính", card, "primary", key="Ctrl+S")
    ring.setObjectName("ring")
    _line(
        card,
        _named(PushButton("Chính", card, "primary"), "thường", card),
        _named(ring, "tiêu điểm", card),
        _named(off, "tắt", card),
        _named(busy, "đang làm", card),
        _named(PushButton("Phụ", card, "secondary", "printer", "Ctrl+P"), "thường", card),
        _named(PushButton("Nền trong", card, "flat", "plus"), "phẳng", card),
        _named(PushButton("Xoá nháp", card, "danger"), "nguy hiểm", card),
        _named(PushButton("Mở 60 giây", card, "seal", "lock-open", "Ctrl+Enter"), "seal", card),
        gap=14,
    )
    return card


def _inputs(parent: QWidget) -> Card:
    card = _card("Ô nhập", parent)
    fields: list[QWidget] = []
    for text, state, note in (
        ("Nguyễn Văn A", "", ""),
        ("0120680001", "error", "Thiếu 2 chữ số"),
        ("1958", "warning", "Khác năm trên thẻ"),
        ("012 068 000 123", "valid", "Đúng cấu trúc"),
    ):
        field = TextField(card)
        field.setText(text)
        holder = LabeledField("Họ và tên", field, card)
        if state:
            getattr(holder, f"set_{state}")(note)
        fields.append(holder)
    date_field = DateField(lambda: date(2026, 11, 19), card)
    date_field.set_day(date(2021, 4, 5))
    fields.append(LabeledField("Ngày cấp", date_field, card, optional_text="(nếu có)"))
    fixed = TextField(card)
    fixed.setText("BN-0294")
    fixed.setReadOnly(True)
    fields.append(LabeledField("Chỉ đọc", fixed, card))
    group = MaskGroup(card)
    hidden = TextField(card)
    hidden.setText("x")
    wrapped = group.add(hidden, card)
    fields.append(LabeledField("Đang che", wrapped, card))
    password = PasswordField(card)
    password.setText("mật khẩu")
    fields.append(LabeledField("Mật khẩu", password, card))
    row = _line(card, *fields)
    row.takeAt(row.count() - 1)
    group.mask()
    return card


def _seals(parent: QWidget) -> Card:
    card = _card("Ngôn ngữ niêm phong", parent)
    tape = SealTape("Niêm phong từ 16/11, đã mở 1 lần", card)
    tape.setMinimumWidth(300)
    _line(
        card,
        _named(SealChip("Người tố cáo · TC-0012", card), "chip", card),
        _named(SealChip("TC-0012", card, small=True), "chip nhỏ", card),
        _named(SealText("Người khiếu nại · KN-0231", card), "trong bảng", card),
        _named(SealChip("Đang mở, 43 giây", card, state=SealState.OPEN), "đang mở", card),
        _named(tape, "băng niêm phong", card),
        _named(RedactedWord("người tố cáo", card), "chữ đã lược", card),
        gap=18,
    )
    return card


def _tags(parent: QWidget) -> Card:
    card = _card("Nhãn, phím, chọn", parent)
    _line(
        card,
        Tag("Tố cáo", card),
        Tag("Đang xử lý", card, TagKind.ACTIVE),
        Tag("Còn 2 ngày", card, TagKind.SOON),
        Tag("Quá 2 ngày", card, TagKind.OVERDUE),
        Tag("Sai số", card, TagKind.ERROR),
        Tag("Đã khớp", card, TagKind.VERIFIED),
        ShortcutLabel("Ctrl+S", card),
        gap=10,
    )
    checked, unchecked = QCheckBox("Chọn", card), QCheckBox("Chưa chọn", card)
    checked.setChecked(True)
    radio, on, off = (
        QRadioButton("Chọn", card),
        ToggleSwitch("Bật", card),
        ToggleSwitch("Tắt", card),
    )
    radio.setChecked(True)
    on.setChecked(True)
    _line(card, checked, unchecked, radio, on, off, gap=10)
    return card


def _choices(parent: QWidget) -> Card:
    card = _card("Nhóm chọn, danh sách, bước số", parent)
    kinds = SegmentedControl(card)
    for text in ("Khiếu nại", "Tố cáo", "Kiến nghị", "Phản ánh"):
        kinds.add(text, text, "seal" if text == "Tố cáo" else "")
    kinds.choose("Tố cáo")
    ways = SegmentedControl(card)
    for text in ("Tự mình", "Đại diện nhóm", "Uỷ quyền"):
        ways.add(text, text)
    ways.choose("Tự mình")
    ways.set_allowed("Uỷ quyền", False, "Tố cáo không được uỷ quyền")
    choice = ChoiceBox(card)
    for text in ("Trưởng ban", "Cán bộ"):
        choice.add(text)
    step = NumberStepper(card, 1)
    row = _line(card, kinds, ways, choice, step)
    row.takeAt(row.count() - 1)
    area = TextArea(card)
    area.set_text("Lãnh đạo UBND xã lập khống danh sách nhận hỗ trợ nhà ở năm 2025.")
    area.setFixedHeight(54)
    card.body.addWidget(LabeledField("Tóm tắt nội dung", area, card))
    return card


def _table(parent: QWidget) -> Card:
    card = _card("Dòng bảng", parent)
    table = DataTable(card)
    model = PagedTableModel(
        (
            Column("number", "Lượt", lambda row: Cell(row[0]), 60),
            Column("person", "Người đến", lambda row: Cell(row[1], sealed=True), 216),
            Column("text", "Nội dung", lambda row: Cell(row[2])),
            Column("due", "Hạn", lambda row: row[3], 110),
        ),
        table,
    )
    model.set_source(Rows())
    table.set_paged_model(model)
    table.setFixedHeight(160)
    table.setObjectName("table")
    card.body.addWidget(table)
    card.body.addStretch(1)
    return card


def _banners(parent: QWidget) -> Card:
    card = _card("Thông báo trong trang", parent)
    warn = Banner("warn", card, "Tóm tắt đang có tên người đến (1 chỗ)")
    warn.set_links(
        [BannerLink("a", "Thay bằng “người tố cáo”", "Alt+R"), BannerLink("b", "Là người khác")],
        below=True,
    )
    error = Banner("error", card, "Chưa lưu được.", "Ổ đĩa đầy. Nháp vẫn còn, đã mã hoá.")
    error.set_links([BannerLink("a", "Thử lại")])
    good = Banner("ok", card, "Nhật ký nguyên vẹn.", "4.128 mục nối liền nhau.")
    info = Banner("info", card, "", "Tố cáo không được uỷ quyền. Người đến phải tự trình bày.")
    for banner in (warn, error, good, info):
        card.body.addWidget(banner)
    card.body.addStretch(1)
    return card


def _news(parent: QWidget) -> Card:
    card = _card("Báo nhanh, đang tải", parent)
    holder = QWidget(card)
    holder.setFixedHeight(44)
    holder.setMinimumWidth(370)
    toast = Toast(holder)
    toast.show_message("Đã lưu và niêm phong, mã TC-0013", action="In")
    toast.move(0, 2)
    card.body.addWidget(holder)
    words = QLabel("Đang kiểm tra nhật ký, 62%", card)
    words.setProperty("role", "secondary")
    bar = QProgressBar(card)
    bar.setTextVisible(False)
    bar.setValue(62)
    for part in (words, bar, Skeleton(card)):
        card.body.addWidget(part)
    card.body.addStretch(1)
    return card


def sheet() -> QWidget:
    """Return the sheet with every component on it."""
    page = QWidget()
    page.setObjectName("page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    grid = QGridLayout(page)
    grid.setContentsMargins(20, 14, 20, 20)
    grid.setSpacing(12)
    title = QLabel("Sổ tiếp công dân · thành phần và trạng thái", page)
    title.setProperty("role", "heading")
    grid.addWidget(title, 0, 0, 1, 2)
    colors = _card("Màu chính", page)
    row = _line(colors, *(Swatch(n, colors) for n in [*COLORS.split(), "danger", "warn", "ok"]))
    row.setSpacing(3)
    for line, card in enumerate((colors, _buttons(page), _inputs(page), _seals(page)), start=1):
        grid.addWidget(card, line, 0, 1, 2)
    left, right = QVBoxLayout(), QVBoxLayout()
    for column, parts in ((left, (_tags, _choices, _table)), (right, (_banners, _news))):
        column.setSpacing(12)
        for part in parts:
            column.addWidget(part(page))
    grid.addLayout(left, 5, 0)
    grid.addLayout(right, 5, 1)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 1)
    return page


def main(arguments: list[str]) -> None:
    """Draw the sheet into a file."""
    app = QApplication(QT_ARGUMENTS)
    translation.install(app, "vi")
    theme().apply(app, Mode.DARK if "dark" in arguments else Mode.LIGHT, 1.0)
    page = sheet()
    page.resize(1366, 1064)
    page.show()
    if "scale" in arguments:
        theme().apply(app, scale=1.5)
        page.resize(2050, 1600)
    app.processEvents()
    table = page.findChild(DataTable, "table")
    assert table is not None
    table.selectRow(2)
    table.setFocus()
    button = page.findChild(PushButton, "ring")
    assert button is not None
    ring = FocusRing(button)
    ring.setGeometry(button.geometry().adjusted(-4, -4, 4, 4))
    ring.show()
    hover = QHoverEvent(QHoverEvent.Type.HoverMove, QPoint(), QPoint(), QPoint())
    app.sendEvent(table.viewport(), hover)
    app.processEvents()
    assert page.grab().save(arguments[1])


if __name__ == "__main__":
    main(sys.argv)
