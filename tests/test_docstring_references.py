"""What a docstring refers to exists: a renamed function leaves no dead reference behind."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_ROLE = re.compile(r":(?:func|meth|class|mod|attr|data):`~?([\w.]+)`")


def references() -> Iterator[tuple[str, str, str]]:
    """Yield (module, enclosing class or "", reference) of every docstring of the program."""
    for top in ("reception", "ui"):
        for path in sorted((ROOT / top).rglob("*.py")):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            module = module.removesuffix(".__init__")
            for owner, docstring in _docstrings(ast.parse(path.read_text(encoding="utf-8"))):
                for reference in _ROLE.findall(docstring):
                    yield module, owner, reference


def _docstrings(tree: ast.Module) -> Iterator[tuple[str, str]]:
    yield "", ast.get_docstring(tree) or ""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield "", ast.get_docstring(node) or ""
        elif isinstance(node, ast.ClassDef):
            yield node.name, ast.get_docstring(node) or ""
            for member in node.body:
                if isinstance(member, ast.FunctionDef):
                    yield node.name, ast.get_docstring(member) or ""


def exists(module: str, owner: str, reference: str) -> bool:
    """Tell whether a reference is found in the class, in the module, or by its full path."""
    namespace = importlib.import_module(module)
    starts = [getattr(namespace, owner)] if owner else []
    for start in [*starts, namespace]:
        try:
            reduce(getattr, reference.split("."), start)
        except AttributeError:
            continue
        return True
    return _exists_by_path(reference.split("."))


def _exists_by_path(parts: list[str]) -> bool:
    for length in range(len(parts), 0, -1):
        try:
            start = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        try:
            reduce(getattr, parts[length:], start)
        except AttributeError:
            return False
        return True
    return False


def test_every_reference_of_a_docstring_exists() -> None:
    dead = [item for item in references() if not exists(*item)]
    assert dead == []


@pytest.mark.parametrize(
    "reference", ["reception.storage.backup.backup_writer.make", "nothing", "reception.nowhere.x"]
)
def test_a_dead_reference_is_found(reference: str) -> None:
    assert not exists("reception.services.backup.backups", "Backups", reference)
