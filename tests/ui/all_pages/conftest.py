"""One open office for all tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.conftest import apply_light_theme, delete_windows
from ui.appearance import translation


@pytest.fixture(scope="module")
def office(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFixture]:
    """Return an office with its windows, in the light theme at scale 1.0, in Vietnamese."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("office")
        patch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        translation.install(qapp, "vi")
        delete_windows(qapp)
        apply_light_theme(qapp)
        opened = OfficeFixture(folder)
        yield opened
        opened.close()
        delete_windows(qapp)
        apply_light_theme(qapp)
        translation.remove(qapp)
