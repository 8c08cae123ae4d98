"""Fictional data for papers, ordinary and extreme."""

from __future__ import annotations

from datetime import date

from reception.domain.reporter import Address, Identity, IdentityPaper, PaperKind, Pseudonym
from reception.domain.visit import CopyState, PaperReceived
from reception.printing.forms.citizen_copy import CitizenCopy, CitizenCopyOffice
from reception.printing.forms.receipt_data import (
    DenunciationReceipt,
    OrdinaryFileReceipt,
    ReceiptFormat,
    ReceiptIntake,
)
from reception.printing.layout.document_heading import OfficeHeading, Officer
from reception.printing.layout.page_flow import PageFooter

OFFICE = OfficeHeading("Văn phòng UBND tỉnh Lai Châu", "Ban Tiếp công dân tỉnh", "Lai Châu")
LONG_OFFICE = OfficeHeading(
    "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lai Châu",
    "Ban Tiếp công dân tỉnh, Trụ sở Tiếp công dân trung tâm hành chính",
    "Lai Châu",
)
OFFICER = Officer("Trần Thị B")
DAY = date(2026, 11, 19)
PHONE = "0213 000 0000"

MAN = Identity(
    name="Lò Văn Mường",
    birth_year=1975,
    paper=IdentityPaper(PaperKind.NUMBER, "012075000456", date(2022, 8, 12), "Bộ Công an"),
    address=Address(hamlet="Bản Phiêng C", commune="xã Mường B", province="tỉnh Lai Châu"),
    phone="0912 345 678",
)
LONG_MAN = Identity(
    name="Nguyễn Hoàng Thị Phương Thảo Nguyên Tôn Nữ Công Tằng Quỳnh Nguyễn Khánh",
    paper=IdentityPaper(
        PaperKind.PASSPORT,
        "C12345678901234",
        date(2022, 2, 5),
        "Cục Cảnh sát quản lý hành chính về trật tự xã hội, Bộ Công an",
    ),
    address=Address(
        street="Số nhà 1234/56/78 đường Nguyễn Trãi kéo dài",
        hamlet="Tổ dân phố số 17 khu tái định cư thuỷ điện",
        commune="phường Đoàn Kết",
        province="tỉnh Lai Châu",
    ),
)
PAPERS = (
    PaperReceived("Đơn khiếu nại", 3, CopyState.ORIGINAL),
    PaperReceived("Quyết định thu hồi đất", 2),
    PaperReceived("Sơ đồ thửa đất", 1, CopyState.CERTIFIED),
)
SECRET_PAPERS = (
    PaperReceived("Đơn tố cáo viết tay", 2, CopyState.ORIGINAL),
    PaperReceived("Danh sách nhận hỗ trợ", 5),
)
MANY_PAPERS = tuple(
    PaperReceived(f"Quyết định số {n}/QĐ-UBND về việc phê duyệt phương án bồi thường, hỗ trợ", n)
    for n in range(1, 13)
)


def intake(papers=PAPERS, heading=OFFICE, officer=OFFICER) -> ReceiptIntake:
    return ReceiptIntake(heading, "Trụ sở Tiếp công dân tỉnh", officer, DAY, papers)


def office_facts(**parts) -> CitizenCopyOffice:
    given = {
        "heading": OFFICE,
        "reception_place": "Trụ sở Tiếp công dân tỉnh",
        "answer_place": "Trụ sở Tiếp công dân tỉnh,\nphường Tân Phong, tỉnh Lai Châu",
        "officer": OFFICER,
        "phone": PHONE,
        "checkpoint": "Neo 4.129 · 2be9 70d1",
    }
    return CitizenCopyOffice(**(given | parts))


def citizen(**parts) -> CitizenCopy:
    given = {
        "office": office_facts(),
        "visited_on": DAY,
        "papers": PAPERS,
        "number": "072-415-9036",
        "code": "K7QF-2MXD-9T4P",
    }
    return CitizenCopy(**(given | parts))


def ordinary(**parts) -> OrdinaryFileReceipt:
    given = {
        "intake": intake(),
        "pseudonym": Pseudonym("KN", 2026, 233),
        "number": "BN-0294",
        "footer": PageFooter("2026-0417", "Neo 4.129 · 2be9 70d1"),
        "due_on": date(2026, 12, 4),
        "deadline_note": "10 ngày làm việc, đã trừ lễ 24/11",
        "format": ReceiptFormat.A5,
    }
    return OrdinaryFileReceipt(**(given | parts))


def denunciation(**parts) -> DenunciationReceipt:
    given = {
        "intake": intake(SECRET_PAPERS),
        "pseudonym": Pseudonym("TC", 2026, 13),
        "envelope": "NP-0013",
        "number": "BN-0295",
        "file_footer": PageFooter("2026-0419", "Neo 4.132 · 90c4 1f3e"),
        "envelope_footer": PageFooter("2026-0420", "Neo 4.132 · 90c4 1f3e"),
        "format": ReceiptFormat.A5,
    }
    return DenunciationReceipt(**(given | parts))
