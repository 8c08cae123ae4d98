"""Lawful outcomes of a visit on its day, each with the article that permits it.

Luật Tiếp công dân Điều 26, as amended from 01/7/2026 by Luật 136/2025/QH15. A new rule is one
entry of ``data/outcomes.json`` with the days between which it is in force.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from reception.domain.petition import Competence, Form, PetitionKind
from reception.domain.visit import Outcome
from resources import table


@dataclass(frozen=True, slots=True)
class OutcomeCase:
    """What decides which outcomes of a petition are lawful.

    ``day`` is the day of the visit. ``is_large_group`` is True if many people came about one
    content (Luật Tiếp công dân Điều 30).
    """

    kind: PetitionKind
    competence: Competence
    form: Form
    day: date
    is_large_group: bool = False


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """An outcome that an article permits. ``form`` and ``for_large_group`` None mean both."""

    kinds: frozenset[PetitionKind]
    competence: Competence
    outcome: Outcome
    form: Form | None
    for_large_group: bool | None
    basis: str  # the article, e.g. "điểm b khoản 1 Điều 26 Luật Tiếp công dân"
    since: date
    until: date | None  # the last day on which it is in force

    def permits(self, case: OutcomeCase) -> bool:
        """Tell whether the rule permits its outcome in a case."""
        return (
            case.kind in self.kinds
            and case.competence is self.competence
            and self.form in (None, case.form)
            and self.for_large_group in (None, case.is_large_group)
            and self.since <= case.day
            and (self.until is None or case.day <= self.until)
        )


@cache
def all_outcome_rules() -> tuple[OutcomeRule, ...]:
    """Return every rule, past and present; of two that permit a case the usual one comes first."""
    return tuple(_parse_rule(item) for item in table("data/outcomes.json"))


def lawful_outcomes(case: OutcomeCase) -> tuple[Outcome, ...]:
    """Return the lawful outcomes, the usual one first; refusal is not among them.

    Empty if no rule was in force on the day.
    """
    return tuple(dict.fromkeys(rule.outcome for rule in _rules(case)))


def outcome_basis(case: OutcomeCase, outcome: Outcome) -> str:
    """Return the article for an outcome; "" if the outcome is not lawful in the case.

    For a refusal it is "" too: its article is that of the ground, in ``law.refusal_grounds``.
    """
    return next((rule.basis for rule in _rules(case) if rule.outcome is outcome), "")


def lawful_or_usual(outcome: Outcome | None, case: OutcomeCase) -> Outcome:
    """Return the outcome if it is a refusal or lawful in the case, else the usual one.

    Where no rule was in force, the outcome is returned unchanged; ``check_form`` refuses it.
    """
    lawful = lawful_outcomes(case)
    if outcome is None or outcome not in (*lawful, Outcome.REFUSE):
        return lawful[0] if lawful else outcome or Outcome.REFUSE
    return outcome


def _rules(case: OutcomeCase) -> tuple[OutcomeRule, ...]:
    return tuple(rule for rule in all_outcome_rules() if rule.permits(case))


def _parse_rule(item: dict[str, Any]) -> OutcomeRule:
    form, until = item["form"], item["until"]
    return OutcomeRule(
        frozenset(PetitionKind(kind) for kind in item["kinds"]),
        Competence(item["competence"]),
        Outcome(item["outcome"]),
        Form(form) if form else None,
        item["large_group"],
        item["basis"],
        date.fromisoformat(item["since"]),
        date.fromisoformat(until) if until else None,
    )
