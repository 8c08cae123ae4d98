"""The formulas and checks of statutory tables, read from their text: ``1=5+11+17``, ``9>=5*8``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reception.law.tables.statutory_table import StatutoryTable

_RULE = re.compile(r"(?P<left>\d+)(?P<relation><=|>=|=)(?P<right>[^<>=]+)")
_TERM = re.compile(r"(?:(?P<factor>\d+)\*)?(?:(?P<table>\d\d/\w+):)?(?P<column>\d+)")


@dataclass(frozen=True, slots=True)
class RuleTerm:
    """A column in a rule and the factor by which it is multiplied.

    ``other_table`` is the code of the table that has the column, or "" for the table of the rule.
    """

    column: int
    factor: int = 1
    other_table: str = ""


@dataclass(frozen=True, slots=True)
class TableRule:
    """A relation between figures: a column on the left side, a sum of terms on the right side."""

    text: str
    left_column: int
    relation: str  # "=", "<=" or ">="
    right_terms: tuple[RuleTerm, ...]

    def holds(self, left: int, right: int) -> bool:
        """Tell whether two values satisfy the relation of the rule."""
        if self.relation == "=":
            return left == right
        return left <= right if self.relation == "<=" else left >= right

    @property
    def other_tables(self) -> frozenset[str]:
        """The codes of the other tables that the rule compares with."""
        return frozenset(term.other_table for term in self.right_terms if term.other_table)


def parse_rule(text: str) -> TableRule:
    """Return the rule in a text such as ``9>=5*8``. Errors: ValueError for any other text."""
    match = _RULE.fullmatch(text)
    if match is None:
        raise ValueError(f"not a rule: {text}")
    terms = tuple(_parse_term(part) for part in match["right"].split("+"))
    return TableRule(text, int(match["left"]), match["relation"], terms)


def formula_rules(table: StatutoryTable) -> tuple[TableRule, ...]:
    """Return the printed formulas as rules; the formula ``7+8=9+10+11`` of column 6 gives two."""
    return tuple(
        parse_rule(f"{column.number}={part}")
        for column in table.columns
        if column.formula
        for part in column.formula.split("=")
    )


def table_rules(table: StatutoryTable) -> tuple[TableRule, ...]:
    """Return the printed formulas, then the checks."""
    return (*formula_rules(table), *map(parse_rule, table.checks))


def _parse_term(text: str) -> RuleTerm:
    match = _TERM.fullmatch(text)
    if match is None:
        raise ValueError(f"not a rule: {text}")
    return RuleTerm(int(match["column"]), int(match["factor"] or 1), match["table"] or "")
