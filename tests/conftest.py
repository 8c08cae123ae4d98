"""What holds for every test: no screen is needed, and the same examples every time."""

from __future__ import annotations

import os

from hypothesis import settings

# Before anything imports Qt; set QT_QPA_PLATFORM=xcb to watch a test on a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("quick", derandomize=True, max_examples=60, deadline=None, database=None)
settings.register_profile("deep", max_examples=2000, deadline=None, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
