"""The sentences of all topics, found by code and filled with facts."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import reception.messages as topics
from reception.domain.audit import Finding
from reception.domain.errors import ReceptionError
from reception.domain.text import visible_text
from reception.messages.language import VIETNAMESE, current_language

_UNKNOWN = (
    "Có lỗi chưa có lời giải thích (mã {code}). Dữ liệu đã ghi vẫn còn. Báo người quản trị.",
    "Something failed that has no explanation yet (code {code}). What was saved is safe. "
    "Tell the administrator.",
)


@cache
def sentences() -> dict[str, tuple[str, str]]:
    """Return code -> (Vietnamese, English) of every topic. Errors: ValueError for a duplicate."""
    by_code: dict[str, tuple[str, str]] = {}
    for item in pkgutil.iter_modules(topics.__path__):
        module = importlib.import_module(f"{topics.__name__}.{item.name}")
        for code, pair in getattr(module, "SENTENCES", {}).items():
            if code in by_code:
                raise ValueError(f"two sentences for {code}")
            by_code[code] = pair
    return by_code


def sentence(code: str, language: str = "", **facts: object) -> str:
    """Return the sentence of a code, filled with facts; ``language`` "" is the current one."""
    language = language or current_language()
    pair = sentences().get(code)
    if pair is None:
        pair, facts = _UNKNOWN, {"code": code}
    text = pair[0] if language == VIETNAMESE else pair[1]
    shown = {
        name: visible_text(value) if isinstance(value, str) else value
        for name, value in facts.items()
    }
    return text.format(**shown)


def error_sentence(error: ReceptionError, language: str = "") -> str:
    """Return the sentence of an expected failure; a finding among its facts is a sentence too."""
    facts = {
        name: finding_sentence(value, language) if isinstance(value, Finding) else value
        for name, value in error.facts.items()
    }
    return sentence(error.code, language, **facts)


def finding_sentence(finding: Finding, language: str = "") -> str:
    """Return the sentence that explains a finding; ``actor`` of the finding is a name by then."""
    name = f"act.{finding.act}"
    act = sentence(name, language) if name in sentences() else finding.act
    return sentence(
        finding.code,
        language,
        seq=finding.seq,
        table=finding.table,
        key=finding.key,
        record=f" ({finding.table} {finding.key})" if finding.table else "",
        act=act,
        actor=finding.actor or "?",
    )
