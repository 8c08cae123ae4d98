"""Bản ghi nội dung trình bày (NĐ 154/2026 Điều 14): the reporter's words, read back and signed."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable
from reportlab.platypus.flowables import TopPadder

from reception.domain.reporter import Identity
from reception.law.statutory_words import COPY_STATE_WORDS, MODE_WORDS
from reception.printing.forms.statement_data import (
    EnvelopeStatement,
    FileStatement,
    OrdinaryStatement,
    Statement,
)
from reception.printing.layout.containers import Columns
from reception.printing.layout.document_heading import (
    HeadingStyle,
    NationalHeading,
    Numbering,
    place_and_date_line,
    title,
)
from reception.printing.layout.form_lines import CheckBoxes, DottedField
from reception.printing.layout.form_parts import Signature, signatures
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.page_flow import PageFooter, render, sheet_with_margins
from reception.printing.layout.paper_canvas import A4, VISIT_PAPER_TITLE
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import (
    address_line,
    paper_label,
    paper_line,
    reporter_label,
    sentence,
    short_day,
    two_digits,
)
from reception.printing.layout.text_blocks import BarredBlock, Gap, Run, centred, paragraph

BASIS = "Bản ghi theo Điều 14 Nghị định 154/2026/NĐ-CP"
_SHEET = sheet_with_margins(A4, (20, 17, 20, 30))
_STYLE = HeadingStyle(subtitle=12)
# (size, line height) in points
_TEXT_SIZE = (13.0, 17.0)
_NOTE_SIZE = (10.5, 13.5)
_SIGNATURE_SIZE = (12.5, 16.0)
_INDENT = 28.35  # one centimetre
_GAP = 4.0
_SIGNATURE_SPACE = 74.0
_LINE = "…" * 16  # for the pen


def render_statement(sheet: Statement, check: TextCheck = no_check) -> bytes:
    """Return the statement on A4; ``check`` gets the printed texts if it must show no identity."""
    content = sheet.content
    boxes = _check_boxes(sheet)
    numbering = Numbering("", place_and_date_line(content.heading, content.received_on))
    story = [
        NationalHeading(content.heading, _STYLE, numbering),
        *title("BẢN GHI NỘI DUNG TRÌNH BÀY", "", _STYLE, _SHEET.width),
        centred(_copy_line(sheet), ITALIC, (_STYLE.subtitle, 16)),
        Gap(12),
        *_points(sheet),
        Gap(10),
        # No page has the signatures alone.
        CondPageBreak(18 + 16 + _SIGNATURE_SPACE + 3 * _SIGNATURE_SIZE[1]),
        CheckBoxes(boxes, (12.5, 18), _INDENT),
        Gap(16),
        *signatures(_signers(sheet), _SIGNATURE_SIZE, _SIGNATURE_SPACE, _SHEET.width),
        *_check_note(sheet),
    ]
    footer = PageFooter(sheet.footer.print_number, sheet.footer.right_text or BASIS)
    pdf, texts = render(VISIT_PAPER_TITLE, _SHEET, footer, story)
    if not isinstance(sheet, OrdinaryStatement) or sheet.identity is None:
        check(texts)
    return pdf


def _check_boxes(sheet: Statement) -> tuple[tuple[str, bool], ...]:
    read_back = "Đã đọc lại, người trình bày đồng ý"
    if isinstance(sheet, FileStatement):
        return ((read_back, sheet.read_back),)
    confirmed = sheet.confirmation
    return (
        (read_back, confirmed.read_back),
        ("Không biết chữ, điểm chỉ", bool(confirmed.thumb_print)),
    )


def _copy_line(sheet: Statement) -> str:
    if isinstance(sheet, FileStatement):
        return "(Bản lưu hồ sơ, không ghi danh tính)"
    if isinstance(sheet, EnvelopeStatement):
        return "(Bản ký, để trong phong bì niêm phong)"
    return "(Bản có chữ ký)"


def _points(sheet: Statement) -> list[Flowable]:
    content = sheet.content
    mode = MODE_WORDS[content.mode]
    day = short_day(content.received_on)
    officer = content.officer
    post = officer.post[:1].lower() + officer.post[1:]
    points = [
        _point(f"1. Ngày tiếp: {day}, tại {content.reception_place}. Hình thức: {mode}."),
        _point(f"2. Người ghi: {officer.name}, {post}.{_interpreter(sheet)}"),
        *_person(sheet),
        _point("4. Nội dung trình bày:"),
        *(_quoted(text) for text in content.statement.split("\n")),
        Gap(_GAP),
        _point(f"5. Đề nghị: {sentence(content.request) or 'không nêu.'}"),
        _point(f"6. Giấy tờ nộp: {_papers(sheet)}"),
    ]
    if content.guidance:
        points.append(_point(f"7. Đã hướng dẫn: {sentence(content.guidance)}"))
    return points


def _interpreter(sheet: Statement) -> str:
    if isinstance(sheet, FileStatement):
        return ""
    interpreter = sheet.confirmation.interpreter
    return f" Phiên dịch: {_LINE if interpreter is None else sentence(interpreter or 'không')}"


def _point(text: str | tuple[Run, ...]) -> Flowable:
    return paragraph(text, _TEXT_SIZE, indent=_INDENT, space_after=_GAP)


def _quoted(text: str) -> Flowable:
    left = _INDENT + _TEXT_SIZE[0] * 0.9
    return paragraph(text or "\u00a0", _TEXT_SIZE, left=left, block_class=BarredBlock)


def _person(sheet: Statement) -> list[Flowable]:
    if isinstance(sheet, OrdinaryStatement) and sheet.identity is not None:
        return [_point(_named_reporter(sheet.identity))]
    if not isinstance(sheet, FileStatement):
        labels = ("Họ tên:", "Số căn cước/hộ chiếu, ngày cấp, nơi cấp:", "Địa chỉ:")
        return [
            _point((("3. Người trình bày ", REGULAR), ("(ghi bằng bút):", ITALIC))),
            *(DottedField(label, (_TEXT_SIZE[0], 21)) for label in labels),
            Gap(_GAP),
        ]
    omission = " Họ tên, giấy tờ, địa chỉ không ghi ở bản này."
    if sheet.envelope:
        omission = (
            f" Họ tên, giấy tờ, địa chỉ ghi ở bản trong phong bì niêm phong {sheet.envelope}."
        )
    label = reporter_label(sheet.pseudonym, sheet.content.received_on.year)
    return [_point((("3. Người trình bày: ", REGULAR), (label, BOLD), ("." + omission, REGULAR)))]


def _named_reporter(identity: Identity) -> tuple[Run, ...]:
    parts = []
    if identity.birth_year:
        parts.append(f"sinh năm {identity.birth_year}")
    label = paper_label(identity)
    number = paper_line(identity)
    parts.append(f"{label[0].lower()}{label[1:]}: {number}" if identity.paper.number else number)
    address = address_line(identity.address)
    if address:
        parts.append(f"địa chỉ: {address}")
    text = "; ".join(parts)
    return (("3. Người trình bày: ", REGULAR), (identity.name, BOLD), (f"; {text}.", REGULAR))


def _papers(sheet: Statement) -> str:
    content = sheet.content
    if not content.papers:
        return "không."
    listed = "; ".join(
        f"{paper.name[:1].lower()}{paper.name[1:]} {two_digits(paper.pages)} trang, "
        f"{COPY_STATE_WORDS[paper.state].lower()}"
        for paper in content.papers
    )
    copy = "bản lưu biên nhận" if isinstance(sheet, FileStatement) else "biên nhận"
    # The envelope's statement has a name: no number of another paper may be on it.
    has_receipt = content.receipt_number and not isinstance(sheet, EnvelopeStatement)
    return listed + (f" ({copy} {content.receipt_number})." if has_receipt else ".")


def _signers(sheet: Statement) -> list[Signature]:
    signature_note: tuple[str, ...] = ()
    if isinstance(sheet, FileStatement):
        signature_note = ("Chữ ký ở bản ký",)
        if sheet.envelope:
            signature_note = ("Chữ ký ở bản trong", f"phong bì {sheet.envelope}")
    speaker = Signature(("NGƯỜI TRÌNH BÀY",), "(Ký hoặc điểm chỉ)", signature_note)
    writer = Signature(("NGƯỜI GHI",), "(Ký, ghi rõ họ tên)", name=sheet.content.officer.name)
    representatives = 0 if isinstance(sheet, FileStatement) else sheet.confirmation.representatives
    others = [
        Signature((f"NGƯỜI ĐẠI DIỆN THỨ {number}",), "(Ký hoặc điểm chỉ)", signature_note)
        for number in range(1, representatives + 1)
    ]
    return [speaker, writer, *others]


def _check_note(sheet: Statement) -> list[Flowable]:
    if not isinstance(sheet, FileStatement) or sheet.custodian_check is None:
        return []
    text = (
        f"Nội dung đã rà danh tính ngày {short_day(sheet.custodian_check.checked_on)}, dấu đã rà "
        f"{sheet.custodian_check.mark}. Chỉ in được khi chữ trên trang khớp dấu này."
    )
    note = [paragraph(text, _NOTE_SIZE, font=ITALIC, left=_INDENT), Gap(_NOTE_SIZE[1] * 0.6)]
    return [CondPageBreak(_NOTE_SIZE[1] * 3), TopPadder(Columns([note], [_SHEET.width]))]
