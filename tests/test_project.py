"""The project keeps its own rules: what no linter looks at."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

from installer import translations

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("reception", "ui", "resources", "installer")
CODE = ("reception", "ui")
MOST_LINES = 400
REQUIREMENTS = (
    "installer/requirements.txt",
    "installer/requirements-build.txt",
    "installer/requirements-dev.txt",
)

# Written in two halves, so that this file does not find itself.
REGISTRIES = re.compile(
    "|".join(
        [
            "pypi" + r"\.org",
            "python" + "hosted",
            "npm" + r"js\.org",
            "deb\\." + "debian",
            "--(extra-)?" + "index-url",
            "--find-" + "links",
        ]
    )
)
FIXED_WAIT = re.compile(r"qWait\(|qtbot\.wait\(|\bsleep\(")
FIXED_WAITS = {
    "tests/fixtures/polling.py": "the pause between two looks at a condition",
    "tests/scenarios/test_killed.py": "the moment of a kill, spread over the work of a process",
}
# Everything else changes the keyring through ``update_keyring``.
KEYRING_WRITERS = {
    "reception/storage/crypto/keyring_update.py": "reads, changes and saves under the lock",
    "reception/storage/key_rotation/database_rekeying.py": "holds the lock during the rotation",
    "reception/services/backup/restored_copy.py": "the copy of a backup, not yet an office",
    "reception/services/office/office_setup.py": "a new folder, which nobody else knows yet",
}
MACHINE_PATHS = re.compile(
    "|".join(
        [
            r"(?<!\w)/" + "(work|root)/",
            r"(?<!\w)/" + "home/[a-z]",
            "/tm" + "p/venv",
            r"[A-Z]:\\Us" + "ers",
        ]
    )
)
# A class with one subclass, never created itself, is one class in two files: each has its reason.
DELIBERATE_BASES = {
    "EmptyState": "a widget that knows nothing of visits; the register adds reasons and actions",
}
SKIPPING = {"skip", "skipif", "xfail", "importorskip"}


@cache
def tracked_files() -> tuple[Path, ...]:
    """Return the files under version control, or all of them where there is none."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(  # noqa: S603 - our own arguments
            ["git", "-C", str(ROOT), "ls-files", "-z"],  # noqa: S607 - git of the machine
            check=True,
            capture_output=True,
            text=True,
        )
        paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        paths = [path for top in (*PACKAGES, "tests", "docs") for path in (ROOT / top).rglob("*")]
    return tuple(path for path in paths if path.is_file())


def texts() -> dict[str, str]:
    """Return name -> text of every tracked text file."""
    found: dict[str, str] = {}
    for path in tracked_files():
        content = path.read_bytes()
        if b"\0" not in content:
            found[str(path.relative_to(ROOT))] = content.decode("utf-8")
    return found


def pythons() -> dict[str, str]:
    """Return name -> text of every tracked Python file."""
    return {name: text for name, text in texts().items() if name.endswith(".py")}


def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("pattern", [REGISTRIES, MACHINE_PATHS], ids=["registry", "machine"])
def test_no_file_names_a_registry_or_a_machine(pattern):
    found = [
        f"{name}:{number}"
        for name, text in texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_no_python_file_is_long():
    long = {name: text.count("\n") for name, text in pythons().items()}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}


def test_every_module_has_a_docstring():
    silent = [
        name
        for name, text in pythons().items()
        if name.startswith(PACKAGES) and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


def test_no_class_is_cut_into_a_base_with_one_subclass():
    subclasses: dict[str, set[str]] = {}
    defined, created = set(), set()
    trees = [ast.parse(text) for name, text in pythons().items() if name.startswith(CODE)]
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.ClassDef):
            defined.add(node.name)
            for base in node.bases:
                name = base.value if isinstance(base, ast.Subscript) else base
                subclasses.setdefault(ast.unparse(name), set()).add(node.name)
        elif isinstance(node, ast.Call):
            created.add(ast.unparse(node.func))
    single = {name for name in defined - created if len(subclasses.get(name, ())) == 1}
    assert single == set(DELIBERATE_BASES)


def test_every_package_folder_is_a_package():
    folders = {ROOT / name for name in pythons() if name.startswith(PACKAGES)}
    assert [str(path) for path in folders if not (path.parent / "__init__.py").exists()] == []


def test_the_keyring_is_saved_under_its_lock_alone():
    saving = re.compile(r"\bkeyring(_file)?\.save\(|crypto\.keyring import .*\bsave\b")
    found = {
        name for name, text in pythons().items() if name.startswith(CODE) and saving.search(text)
    }
    assert found == set(KEYRING_WRITERS)


def test_no_test_waits_for_a_fixed_time():
    """Tests wait for conditions with ``tests.ui.waiting``, or without Qt with ``poll``."""
    found = {
        name
        for name, text in pythons().items()
        if name.startswith("tests/") and name != "tests/test_project.py" and FIXED_WAIT.search(text)
    }
    assert found == set(FIXED_WAITS)


def test_the_architecture_page_lists_every_package_with_its_sentence():
    listed = re.findall(r"^\| `((?:reception|ui)/[^`]*)/` \| (.+) \|$", _architecture(), re.M)
    expected = [
        (name.removesuffix("/__init__.py"), _sentence(text))
        for name, text in pythons().items()
        if name.startswith(("reception/", "ui/"))
        and name.endswith("/__init__.py")
        and name.count("/") > 1
    ]
    assert sorted(listed) == sorted(expected)


def _architecture() -> str:
    return (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def _sentence(text: str) -> str:
    return (ast.get_docstring(ast.parse(text)) or "").split("\n")[0].rstrip(".")


def test_no_test_is_skipped():
    found = [
        f"{name}:{node.lineno}"
        for name, text in pythons().items()
        if name.startswith("tests")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and node.attr in SKIPPING
    ]
    assert found == []


# Imports inside functions, outside ui/startup: modules that another platform lacks, and code that
# must not be there before the process is confined (in the sandbox: no parser but the one needed).
LATE_IMPORTS = {
    "reception/console/app.py": {"reception.console.command_runner"},
    "reception/hardening/process_restart.py": {"signal"},
    "reception/sandbox/child.py": {
        *("reception.sandbox.pdf_preview", "reception.sandbox.image_preview"),
    },
    "reception/sandbox/child_confinement.py": {
        *("resource", "reception.hardening.parser_confinement"),
    },
    "reception/sandbox/workbook_child.py": {"reception.sandbox.workbook_parser"},
    "reception/services/audit/machine_health.py": {"resource"},
    "reception/storage/backup/removable_media.py": {"ctypes"},
    "ui/app.py": {"ui.application.command_line", "ui.application_run"},
    "ui/application_run.py": {"ui.demo_tour.demo_tour"},  # not for a real office
    "ui/privacy/desktop_session_watch.py": {"PySide6.QtDBus", "ui.privacy.windows_session"},
    "reception/services/office/remote_viewing.py": {"ctypes"},
    "ui/privacy/screen_capture.py": {"ctypes"},
}


def _late_imports(text: str) -> set[str]:
    tree = ast.parse(text)
    functions = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    inside = [node for function in functions for node in ast.walk(function)]
    named = {name.name for node in inside if isinstance(node, ast.Import) for name in node.names}
    return named | {str(node.module) for node in inside if isinstance(node, ast.ImportFrom)}


def test_modules_are_imported_late_in_the_start_alone():
    found = {
        name: _late_imports(text)
        for name, text in pythons().items()
        if name.startswith(PACKAGES) and not name.startswith("ui/startup/")
    }
    assert {name: late for name, late in found.items() if late} == LATE_IMPORTS


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_are_pinned_and_hashed(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    entry = re.compile(r"[a-z0-9-]+==[\w.]+( \\\n    --hash=sha256:[0-9a-f]{64})+")
    assert [found for found in entries if not entry.fullmatch(found)] == []


def test_requirements_contain_every_dependency_of_the_project():
    table = project()
    groups = table["dependency-groups"].values()
    named = [*table["project"]["dependencies"], *(line for group in groups for line in group)]
    names = {re.split(r"[=><]", line)[0].lower().replace("_", "-") for line in named}
    pinned = {
        line.split("==")[0]
        for file in REQUIREMENTS
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    assert names <= pinned


def test_the_readme_has_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in text
    assert "make test" in text


def test_every_file_the_papers_link_to_is_there():
    broken = [
        f"{name}: {target}"
        for name, text in texts().items()
        if name.endswith(".md")
        for target in re.findall(r"\]\(([^)#:]+)\)", text)
        if not (ROOT / name).parent.joinpath(target).exists()
    ]
    assert broken == []


def test_continuous_integration_runs_everything():
    path = ROOT / ".ci" / "run"
    assert os.access(path, os.X_OK)
    assert path.read_text(encoding="utf-8").rstrip().endswith("make test")


def test_no_text_of_the_window_is_left_in_english():
    assert translations.check() == []
