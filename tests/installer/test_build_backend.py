"""The package can be built from a checkout and from its source distribution, with its texts."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = "import sys\nfrom installer import build_backend\n{}(sys.argv[1])"
COMPILED = {"resources/i18n/reception_en.qm", "resources/i18n/reception_vi.qm"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder without git that has the files of a build, and no compiled texts."""
    folder = tmp_path / "một thư mục"
    for name in ("installer", "resources"):
        ignored = shutil.ignore_patterns("__pycache__", "*.qm", "fonts", "help", "icons")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in ("pyproject.toml", "MANIFEST.in", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def _build(folder: Path, hook: str, target: Path) -> Path:
    """Call a hook of the build backend in a folder, as pip does; return the built file."""
    target.mkdir()
    code = BUILD.format(f"build_backend.{hook}")
    subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code, target], cwd=folder, check=True, timeout=120
    )
    (built,) = target.iterdir()
    return built


def test_an_editable_installation_has_its_texts(checkout: Path, tmp_path: Path) -> None:
    _build(checkout, "build_editable", tmp_path / "out")
    assert all((checkout / name).exists() for name in COMPILED)


def test_a_source_distribution_builds_a_wheel_with_texts(checkout: Path, tmp_path: Path) -> None:
    with tarfile.open(_build(checkout, "build_sdist", tmp_path / "sdist")) as archive:
        # Python 3.11.2 has no filters; Python 3.12 warns when none is chosen.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(tmp_path / "unpacked")  # noqa: S202 - our own archive
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    names = set(ZipFile(_build(unpacked, "build_wheel", tmp_path / "wheel")).namelist())
    assert names >= COMPILED
    assert not any(name.startswith("installer/") for name in names)
