"""Settings of every test: no display is needed, and hypothesis draws the same examples."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from installer import translations
from installer.compiled_texts import compile_texts
from reception.messages.language import VIETNAMESE, set_language
from reception.services.office.remote_viewing import REMOTE_VARIABLES
from tests.run_order import RunOrder

# The tests may run on a machine that is reached from another one, where no identity is opened.
for _name in REMOTE_VARIABLES:
    os.environ.pop(_name, None)
if os.environ.get("DISPLAY", "").rpartition(":")[0]:
    del os.environ["DISPLAY"]
# Before anything imports Qt; set QT_QPA_PLATFORM=xcb to watch a test on a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("quick", derandomize=True, max_examples=60, deadline=None, database=None)
settings.register_profile("deep", max_examples=2000, deadline=None, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_configure(config: pytest.Config) -> None:
    """Record the order of the tests."""
    config.pluginmanager.register(RunOrder(config))


def pytest_sessionstart() -> None:
    """Compile translations that changed since the last run."""
    compile_texts(translations.FOLDER)


@pytest.fixture(autouse=True)
def default_language() -> Iterator[None]:
    """Set the language of sentences back after a test that chose another one."""
    yield
    set_language(VIETNAMESE)
