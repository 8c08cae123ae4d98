"""The formulas and checks of statutory tables, read from their text: ``1=5+11+17``, ``9>=5*8``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reception.law.tables.statutory_table import StatutoryTable

_RULE = re.compile(r"(?P<left>\d+)(?P<relation><=|>=|=)(?P<right>[^<>=]+)")
_TERM = re.compile(r"(?:(?P<times>\d+)\*)?(?:(?P<table>\d\d/\w+):)?(?P<column>\d+)")


@dataclass(frozen=True, slots=True)
class RuleTerm:
    """A column of a rule, how many times it is taken, and its table if it is another one."""

    column: int
    times: int = 1
    table: str = ""


@dataclass(frozen=True, slots=True)
class TableRule:
    """A claim about figures: the column on the left, and the sum on the right."""

    text: str
    left: int
    relation: str  # "=", "<=" or ">="
    right: tuple[RuleTerm, ...]

    def holds(self, left: int, right: int) -> bool:
        """Tell whether two values stand in the relation of the rule."""
        if self.relation == "=":
            return left == right
        return left <= right if self.relation == "<=" else left >= right

    @property
    def other_tables(self) -> frozenset[str]:
        """The codes of the other tables that the rule compares with."""
        return frozenset(term.table for term in self.right if term.table)


def parse_rule(text: str) -> TableRule:
    """Return the rule of a text such as ``9>=5*8``; ValueError for a text that is none."""
    found = _RULE.fullmatch(text)
    if found is None:
        raise ValueError(f"not a rule: {text}")
    terms = tuple(_term(part) for part in found["right"].split("+"))
    return TableRule(text, int(found["left"]), found["relation"], terms)


def formula_rules(table: StatutoryTable) -> tuple[TableRule, ...]:
    """Return the printed formulas as rules; ``6=7+8=9+10+11`` gives two."""
    return tuple(
        parse_rule(f"{column.number}={part}")
        for column in table.columns
        if column.formula
        for part in column.formula.split("=")
    )


def table_rules(table: StatutoryTable) -> tuple[TableRule, ...]:
    """Return the printed formulas, then the checks."""
    return (*formula_rules(table), *map(parse_rule, table.checks))


def _term(text: str) -> RuleTerm:
    found = _TERM.fullmatch(text)
    if found is None:
        raise ValueError(f"not a rule: {text}")
    return RuleTerm(int(found["column"]), int(found["times"] or 1), found["table"] or "")
