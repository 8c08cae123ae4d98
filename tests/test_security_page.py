"""The tables of docs/security.md name tests that exist, for every way out but the one not built."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED_TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
NOT_BUILT = {4}  # redaction of scans


def rows_of(heading: str) -> list[list[str]]:
    """Return the cells of every row of the table under a heading."""
    section = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")][1:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_named_test_exists() -> None:
    missing = [
        f"{name}::{function}"
        for name, function in NAMED_TEST.findall(PAGE)
        if not (ROOT / name).is_file() or (function and function not in functions(ROOT / name))
    ]
    assert missing == []


def test_each_of_the_twenty_ways_has_a_test() -> None:
    rows = {int(row[0].split(".")[0]): row for row in rows_of("Twenty ways names have leaked")}
    assert sorted(rows) == list(range(1, 21))
    without = {number for number, row in rows.items() if not NAMED_TEST.search(row[2])}
    assert without == NOT_BUILT


def test_each_way_out_that_was_tried_has_a_test() -> None:
    rows = rows_of("Ways out that were tried")
    assert [row[0] for row in rows if not NAMED_TEST.search(row[-1])] == []
