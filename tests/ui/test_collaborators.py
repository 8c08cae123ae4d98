"""A widget or flow gets its collaborators as arguments and never looks them up in the window."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "ui").rglob("*.py"))
# A widget may search its own parts: their classes are of Qt or of ui.widgets.
OWN_PARTS = ("PySide6.", "ui.widgets.")


def lookups(tree: ast.Module) -> Iterator[str]:
    """Yield each call that looks up another object in the tree of widgets: line and call."""
    origin = {
        alias.asname or alias.name: node.module or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name == "findChild":
            yield f"{node.lineno}: findChild"
        elif name == "findChildren":
            wanted = ast.unparse(node.args[0])
            if not origin.get(wanted, "").startswith(OWN_PARTS):
                yield f"{node.lineno}: findChildren({wanted})"
        elif isinstance(node.func, ast.Name) and node.func.id == "getattr":
            yield from _attribute_of_window(node)


def _attribute_of_window(node: ast.Call) -> Iterator[str]:
    owner, wanted = ast.unparse(node.args[0]), node.args[1]
    if not owner.endswith(("window", "window()", "parent", "parent()", "parentWidget()")):
        return
    yield f"{node.lineno}: getattr({owner}, {ast.unparse(wanted)})"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_collaborator_is_looked_up_in_the_window(path: Path) -> None:
    assert list(lookups(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "line",
    [
        "self.window().findChild(PrintFlow)",
        "window.findChildren(HomePages)",
        'getattr(self.window(), "show_toast", None)',
        'getattr(parent, "new_visit_wanted", None)',
    ],
)
def test_each_kind_of_lookup_is_found(line: str) -> None:
    source = f"from ui.features.todo.home_pages import HomePages\n{line}\n"
    assert len(list(lookups(ast.parse(source)))) == 1
