"""Build backend of the package (PEP 517): setuptools, after compiling the texts of the window.

``pyproject.toml`` names this module. ``backend-path`` there makes ``installer`` importable during
a build.
"""

from __future__ import annotations

from pathlib import Path

from setuptools import build_meta
from setuptools.build_meta import (
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

from installer.compiled_texts import compile_texts

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

_TEXTS = Path(__file__).resolve().parents[1] / "resources" / "i18n"

_Settings = dict[str, str | list[str] | None]


def build_editable(
    wheel_directory: str,
    config_settings: _Settings | None = None,
    metadata_directory: str | None = None,
) -> str:
    """Compile the .qm files, then build a wheel that refers to this folder; return its file name.

    The program reads the .qm files from this folder.
    """
    compile_texts(_TEXTS)
    name: str = build_meta.build_editable(wheel_directory, config_settings, metadata_directory)
    return name


def build_wheel(
    wheel_directory: str,
    config_settings: _Settings | None = None,
    metadata_directory: str | None = None,
) -> str:
    """Compile the .qm files, then build a wheel that contains them; return its file name."""
    compile_texts(_TEXTS)
    name: str = build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)
    return name
