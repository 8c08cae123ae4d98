"""The sentences about findings of the log verification."""

from __future__ import annotations

import re
from pathlib import Path

from reception.domain.audit import Act, Finding
from reception.messages.catalogue import finding_sentence, sentences


def test_every_finding_has_a_sentence_in_both_languages() -> None:
    root = Path(__file__).resolve().parents[2] / "reception" / "storage" / "audit"
    text = "\n".join(path.read_text(encoding="utf-8") for path in root.glob("*.py"))
    codes = set(re.findall(r'"((?:act|state|number)\.[a-z_]+)"', text))
    assert len(codes) >= 20
    assert codes <= sentences().keys()
    for code in codes:
        finding = Finding(code, 7, "visit", "2026000001", Act.LOCKED.value, "Trần Thị B")
        for language in ("vi", "en"):
            assert "{" not in finding_sentence(finding, language)


def test_a_sentence_names_entry_act_and_person() -> None:
    finding = Finding("act.table", 7, "visit", "2026000001", Act.LOCKED.value, "Trần Thị B")
    text = finding_sentence(finding, "vi")
    assert all(part in text for part in ("7", "Khoá sổ", "Trần Thị B", "2026000001"))
    unknown = Finding("act.unknown", 7, "", "", "visit_removed", "")
    assert "visit_removed" in finding_sentence(unknown, "en")
