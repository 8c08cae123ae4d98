"""Finds the translatable texts in the Python files, and calls whose text cannot be translated."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CALLS = {"translate", "QT_TRANSLATE_NOOP"}
COUNT_POSITION = 3  # translate(context, text, disambiguation, n)
METHODS_OF_QOBJECT = {"tr"}


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text to be translated, in its context."""

    context: str
    source: str
    comment: str = ""
    has_plural_forms: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """The texts of some files, and messages about calls that cannot be translated."""

    texts: frozenset[Text]
    faults: tuple[str, ...]


def texts_in(folder: Path) -> Findings:
    """Return the texts and faults of the Python files below ``folder``."""
    texts: set[Text] = set()
    faults: list[str] = []
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in _all_calls(tree):
            result = _text_of(call)
            if isinstance(result, Text):
                texts.add(result)
            elif result:
                faults.append(f"{path}:{call.lineno}: {result}")
    return Findings(frozenset(texts), tuple(faults))


def _all_calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _called_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _text_of(call: ast.Call) -> Text | str:
    """Return the text of a call, or a fault, or "" for a call that translates nothing."""
    name = _called_name(call)
    if name in METHODS_OF_QOBJECT and isinstance(call.func, ast.Attribute) and call.args:
        return 'self.tr() loses its context in subclasses: use translate("Context", "text")'
    if name not in CALLS or len(call.args) < 2:  # noqa: PLR2004 - str.translate(table) has one
        return ""
    context, source = _literal(call.args[0]), _literal(call.args[1])
    if context is None:
        return "the context of a text must be a literal"
    if source is None:
        is_marked = isinstance(call.args[1], ast.Name | ast.Attribute | ast.Subscript)
        return "" if is_marked else "a text must be a literal: put values in with .format() after"
    comment = _literal(call.args[2]) if len(call.args) > COUNT_POSITION - 1 else ""
    plural = len(call.args) > COUNT_POSITION or any(keyword.arg == "n" for keyword in call.keywords)
    return Text(context, source, comment or "", plural)


def _literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None
