"""What ``reception-admin verify`` prints: the result, every finding, those accepted before."""

from __future__ import annotations

from typing import Any

from reception.domain.audit import Finding, Verification
from reception.messages.catalogue import finding_sentence, sentence


def verification_facts(verification: Verification) -> dict[str, Any]:
    """Return the result for JSON; a finding is [code, entry, table, key]."""
    return {
        "intact": verification.intact,
        "entries": verification.entries,
        "records": verification.records,
        "findings": [_place(item) for item in verification.findings],
        "accepted": [_place(item.finding) for item in verification.accepted],
    }


def verification_lines(
    verification: Verification, language: str, *, accepted: bool
) -> tuple[str, ...]:
    """Return the result in words; ``accepted``: the head has just accepted the findings."""
    lines = [_result(verification, language)]
    lines += [finding_sentence(item, language) for item in verification.findings[1:]]
    lines += [
        sentence(
            "log.accepted",
            language,
            day=f"{item.day:%d/%m/%Y}",
            finding=finding_sentence(item.finding, language),
        )
        for item in verification.accepted
    ]
    if accepted:
        count = len(verification.findings)
        lines.append(sentence("findings.accepted", language, count=count))
    return tuple(lines)


def _result(verification: Verification, language: str) -> str:
    findings = verification.findings
    if findings:
        first = finding_sentence(findings[0], language)
        return sentence("console.broken", language, count=len(findings), first=first)
    counts = {"entries": verification.entries, "records": verification.records}
    if verification.accepted:
        count = len(verification.accepted)
        return sentence("log.intact_but", language, count=count, **counts)
    return sentence("console.verified", language, **counts)


def _place(finding: Finding) -> list[object]:
    return [finding.code, finding.seq, finding.table, finding.key]
