"""Names of papers in unusual spellings tell no kind on a citizen's copy; evidence keeps its own."""

from __future__ import annotations

import re
from pathlib import Path

from reception.bootstrap import create_services
from reception.domain.petition import PetitionKind
from reception.domain.text import fold
from reception.domain.visit import PaperReceived
from reception.services.papers.visit_saving import RequestedPapers
from tests.fixtures.office import HEAD, build_office
from tests.fixtures.visit_forms import visit_form
from tests.printing.pdf_text import words

SPELLINGS = (
    *("Toos caos", "to61 cao1", "to cao", "TOCAO", "t0 ca0", "t ố c á o", "T.Ố C.Á.O"),
    *("t 0 c a 0", "Đơn t-ố-c-á-o", "tố c á o", "Đơn tố giác", "t ố giác"),
    *(
        "khieeus naij",
        "khie61u na5i",
        "khieu nai",
        "Đơn khi ếu nại",
        "k h i ế u n ạ i",
        "kh1ếu nạ1",
    ),
    *("Đơn ki ến nghị", "ph ản ánh", "Đơn phản ánh tiêu cực", "trình báo", "Đơn vạch trần"),
    *("Đơn kêu cứu", "Đơn cầu cứu", "Đơn minh oan", "Đơn khởi kiện", "Đơn cáo buộc", "Đơn thưa"),
)
BETRAYING = (
    *(
        "tocao",
        "toos",
        "to61",
        "t0ca0",
        "togiac",
        "khieu",
        "khieeus",
        "khie61u",
        "kh1eu",
        "kiennghi",
    ),
    *("phananh", "tieucuc", "trinhbao", "vachtran", "keucuu", "caucuu", "minhoan", "khoikien"),
    *("caobuoc", "donthua"),
)
EVIDENCE = (
    "Biên bản họp",
    "Giấy chứng nhận quyền sử dụng đất",
    "Báo cáo tài chính",
    "Bản đồ địa chính",
    "Đơn của tổ dân phố số 3",
    "Hợp đồng thuê nhà",
    "Sổ hộ khẩu",
    "Ảnh chụp toà nhà cao tầng",
    "Phiếu lấy ý kiến",
    "Biên nhận bưu kiện",
)


def letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def test_no_spelling_of_the_kind_is_printed(tmp_path: Path) -> None:
    desk = create_services(build_office(tmp_path).open(HEAD))
    names = (*SPELLINGS, *EVIDENCE)
    assert all(any(word in letters(name) for word in BETRAYING) for name in SPELLINGS)
    papers = tuple(PaperReceived(name, 1) for name in names)
    form = visit_form(PetitionKind.DENUNCIATION, papers=papers)
    saved = desk.visit_saving.save(form, RequestedPapers(citizen_papers=True))
    assert not saved.failures
    printed = words(saved.papers[0].pdf)
    assert not [word for word in BETRAYING if word in letters(printed)]
    assert not [name for name in EVIDENCE if letters(name) not in letters(printed)]
    desk.session.database.close()
