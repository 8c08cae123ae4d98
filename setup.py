"""Package build: compiles the texts of the window before the files are collected."""

from __future__ import annotations

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # a build backend runs this file without it

from installer.compiled_texts import compile_texts  # noqa: E402  # found by the line above


class BuildWithTexts(build_py):
    """Also compiles, so that the package holds the .qm files."""

    def run(self) -> None:
        compile_texts(ROOT / "resources" / "i18n")
        super().run()


setup(cmdclass={"build_py": BuildWithTexts})
