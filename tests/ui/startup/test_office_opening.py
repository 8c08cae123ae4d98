"""The window tells the services what only it can see."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures.office import HEAD, PASSWORDS, build_office_of_today
from ui.startup.office_opening import OfficeOpener


@pytest.mark.parametrize(("connection", "viewed"), [("10.0.0.1 1 10.0.0.2 22", True), ("", False)])
def test_the_services_learn_that_the_screen_is_viewed_remotely(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, connection: str, viewed: bool
) -> None:
    for name in ("SSH_TTY", "XRDP_SESSION", "VNCDESKTOP", "NXSESSIONID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("SSH_CONNECTION", connection)
    office = build_office_of_today(tmp_path)
    opener = OfficeOpener(demonstration=True)
    opened = opener.open(office.folder, office.user_id(HEAD), PASSWORDS[HEAD])
    session = opened.reception.session
    assert session.environment.is_viewed_remotely() is viewed
    session.close()
