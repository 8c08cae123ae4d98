"""The line of an own request that nobody can answer any more says so, and what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from reception.domain.clock import VIETNAM
from reception.domain.reveal import IdentityPart
from reception.domain.reveal_request import RequestState, RevealRequest
from reception.domain.shown_times import ShownTime
from reception.domain.todo_item import RequestExpired, RequestPending
from reception.services.staff.rights import RightsWarning
from ui.features.settings.staff.accounts_data import AccountsData, notices
from ui.models.todo_visit_lines import own_request_line

NOW = datetime(2026, 11, 19, 14, 12, tzinfo=VIETNAM)
REQUEST = RevealRequest(
    request_id="0123456789abcdef",
    visit_id=2026000001,
    code="TC-0001",
    asker="Trần Thị B",
    asked_at=ShownTime(NOW.date(), None),
    ends_on=NOW.date(),
    reason="notice",
    parts=frozenset({IdentityPart.NAME}),
    state=RequestState.WAITING,
    decided_by="",
    note=None,
    is_protected=True,
    must_ask_again=True,
)


@pytest.mark.parametrize(
    ("state", "text", "button"),
    [
        (RequestState.WAITING, "không ai đọc được lời xin", "Rút"),
        (RequestState.EXPIRED, "Còn cần thì xin lại", "Xem lượt"),
    ],
)
def test_the_line_tells_to_ask_again(
    themed: QApplication, state: RequestState, text: str, button: str
) -> None:
    request = replace(REQUEST, state=state)
    kind = RequestPending if state is RequestState.WAITING else RequestExpired
    line = own_request_line(kind(request), NOW)
    spoken = line.accessible_text()
    assert text in spoken
    assert "Xin lại" in spoken
    assert button in line.button_text
    ordinary = own_request_line(kind(replace(request, must_ask_again=False)), NOW)
    assert "Xin lại" not in ordinary.accessible_text()


def test_the_page_of_people_names_a_custodian_whom_nobody_watches(themed: QApplication) -> None:
    warning = RightsWarning("custody.no_witness", ("Phạm Thị D",))
    data = AccountsData((), True, True, (warning,), None, (), False, (), 0, ())  # type: ignore[arg-type] # no tasks
    (notice,) = notices(data)
    assert notice.title == "Không ai khác được báo khi Phạm Thị D tự mở danh tính người tố cáo."
    assert "không nên là người duy nhất quản lý sổ" in notice.body
