"""Bản ghi nội dung trình bày (NĐ 154/2026 Điều 14): what the visitor said, read back, signed."""

from __future__ import annotations

from reception.domain.reporter import Identity
from reception.law.statutory_words import COPY_STATE, MODE
from reception.printing.forms.statement_data import (
    EnvelopeStatement,
    FileStatement,
    OrdinaryStatement,
    Statement,
)
from reception.printing.layout.document_heading import (
    HeadStyle,
    dated_line,
    national_head,
    number_and_date,
    title,
)
from reception.printing.layout.form_parts import Signature, checks, dotted, signatures
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.line_breaking import Run
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
from reception.printing.layout.pdf_canvas import A4, PdfCanvas
from reception.printing.layout.text_flow import Foot, TextFlow, margins

BASIS = "Bản ghi theo Điều 14 Nghị định 154/2026/NĐ-CP"
_SHEET = margins(A4, (20, 17, 20, 30))
_STYLE = HeadStyle(subtitle=12)
_FACE = (13.0, 17.0)
_NOTE = (10.5, 13.5)
_SIGN = (12.5, 16.0)
_INDENT = 28.35  # one centimetre
_GAP = 4.0
_SPACE = 74.0


def render_statement(sheet: Statement, check: TextCheck = no_check) -> bytes:
    """Return the statement on A4; ``check`` sees it unless it is meant to hold the identity."""
    pen = PdfCanvas(sheet.code, A4)
    foot = Foot(sheet.foot.print_number, sheet.foot.right or BASIS)
    flow = TextFlow(pen, _SHEET, foot)
    told = sheet.told
    middle = national_head(flow, told.heading, _STYLE)
    number_and_date(flow, ("", dated_line(told.heading, told.received_on)), _STYLE, middle)
    title(flow, "BẢN GHI NỘI DUNG TRÌNH BÀY", "", _STYLE)
    flow.centred(_which(sheet), ITALIC, (_STYLE.subtitle, 16))
    flow.gap(12)
    _points(flow, sheet)
    flow.gap(10)
    flow.need(18 + 16 + _SPACE + 3 * _SIGN[1])  # signatures never stand alone on a page
    confirmed = sheet.confirmation
    boxes = (
        ("Đã đọc lại, người trình bày đồng ý", confirmed.read_back),
        ("Không biết chữ, điểm chỉ", confirmed.thumb_print),
    )
    checks(flow, boxes, (12.5, 18), _INDENT)
    flow.gap(16)
    signatures(flow, _signers(sheet), _SIGN, _SPACE)
    _checked(flow, sheet)
    flow.close()
    if not isinstance(sheet, OrdinaryStatement):
        check(pen.texts)
    return pen.finish()


def _which(sheet: Statement) -> str:
    if isinstance(sheet, FileStatement):
        return "(Bản lưu hồ sơ, không ghi danh tính)"
    if isinstance(sheet, EnvelopeStatement):
        return f"(Bản ký, để trong phong bì niêm phong {sheet.envelope})"
    return "(Bản có chữ ký)"


def _points(flow: TextFlow, sheet: Statement) -> None:
    told = sheet.told
    mode = MODE[told.mode]
    day = short_day(told.received_on)
    _point(flow, f"1. Ngày tiếp: {day}, tại {told.where}. Hình thức: {mode}.")
    interpreter = told.interpreter or "không"
    officer = told.officer
    post = officer.post[:1].lower() + officer.post[1:]
    _point(flow, f"2. Người ghi: {officer.name}, {post}. Phiên dịch: {sentence(interpreter)}")
    _person(flow, sheet)
    _point(flow, "4. Nội dung trình bày:")
    flow.barred(told.content.split("\n"), _FACE, _INDENT)
    flow.gap(_GAP)
    _point(flow, f"5. Đề nghị: {sentence(told.request) or 'không nêu.'}")
    _point(flow, f"6. Giấy tờ nộp: {_papers(sheet)}")
    if told.guidance:
        _point(flow, f"7. Đã hướng dẫn: {sentence(told.guidance)}")


def _point(flow: TextFlow, text: str | tuple[Run, ...]) -> None:
    flow.paragraph(text, _FACE, indent=_INDENT)
    flow.gap(_GAP)


def _person(flow: TextFlow, sheet: Statement) -> None:
    if isinstance(sheet, OrdinaryStatement):
        _point(flow, _named(sheet.identity))
    elif isinstance(sheet, EnvelopeStatement):
        _point(flow, (("3. Người trình bày ", REGULAR), ("(ghi bằng bút):", ITALIC)))
        for label in ("Họ tên:", "Số căn cước/hộ chiếu, ngày cấp, nơi cấp:", "Địa chỉ:"):
            dotted(flow, label, (_FACE[0], 21))
        flow.gap(_GAP)
    else:
        where = " Họ tên, giấy tờ, địa chỉ không ghi ở bản này."
        if sheet.envelope:
            where = (
                f" Họ tên, giấy tờ, địa chỉ ghi ở bản trong phong bì niêm phong {sheet.envelope}."
            )
        label = reporter_label(sheet.pseudonym, sheet.told.received_on.year)
        _point(flow, (("3. Người trình bày: ", REGULAR), (label, BOLD), ("." + where, REGULAR)))


def _named(identity: Identity) -> tuple[Run, ...]:
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
    told = sheet.told
    if not told.papers:
        return "không."
    listed = "; ".join(
        f"{paper.name[:1].lower()}{paper.name[1:]} {two_digits(paper.pages)} trang, "
        f"{COPY_STATE[paper.state].lower()}"
        for paper in told.papers
    )
    copy = "bản lưu biên nhận" if isinstance(sheet, FileStatement) else "biên nhận"
    # The envelope's statement carries a name: no number that stands elsewhere may be on it.
    known = told.receipt and not isinstance(sheet, EnvelopeStatement)
    return listed + (f" ({copy} {told.receipt})." if known else ".")


def _signers(sheet: Statement) -> list[Signature]:
    inside: tuple[str, ...] = ()
    if isinstance(sheet, FileStatement):
        inside = ("Chữ ký ở bản ký",)
        if sheet.envelope:
            inside = ("Chữ ký ở bản trong", f"phong bì {sheet.envelope}")
    teller = Signature(("NGƯỜI TRÌNH BÀY",), "(Ký hoặc điểm chỉ)", inside)
    writer = Signature(("NGƯỜI GHI",), "(Ký, ghi rõ họ tên)", name=sheet.told.officer.name)
    many = sheet.confirmation.representatives
    others = [
        Signature((f"NGƯỜI ĐẠI DIỆN THỨ {place}",), "(Ký hoặc điểm chỉ)", inside)
        for place in range(1, many + 1)
    ]
    return [teller, writer, *others]


def _checked(flow: TextFlow, sheet: Statement) -> None:
    if isinstance(sheet, FileStatement) and sheet.checked is not None:
        flow.need(_NOTE[1] * 3)
        flow.y = max(flow.y, flow.bottom - _NOTE[1] * 2.6)
        text = (
            f"Nội dung đã rà danh tính ngày {short_day(sheet.checked.on)}, dấu đã rà "
            f"{sheet.checked.mark}. Chỉ in được khi chữ trên trang khớp dấu này."
        )
        flow.paragraph(((text, ITALIC),), _NOTE, margin=_INDENT)
