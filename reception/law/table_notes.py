"""Note lines under statutory tables: how the figures were counted, in the words of the forms."""

from __future__ import annotations


def note_01tcd(
    *,
    people_distinct: bool,
    matters_distinct: bool,
    refused_counted: bool,
    days_from_visits: bool,
) -> str:
    """Return line 22 of Biểu 01/TCD (TT 06/2025): the meaning of the office's figures."""
    parts = ["Đoàn đông người là đoàn từ 05 người trở lên."]
    parts.append(_counted("Số người", people_distinct))
    parts.append(_counted("Số vụ việc", matters_distinct))
    if people_distinct or matters_distinct:
        parts.append("Tố cáo luôn đếm theo lượt tiếp.")
    if refused_counted:
        parts.append("Gồm cả lượt từ chối tiếp.")
    if days_from_visits:
        parts.append("Cột 10, 16 tính theo ngày có lượt tiếp.")
    return " ".join(parts)


def _counted(what: str, distinct: bool) -> str:
    return f"{what} không đếm trùng." if distinct else f"{what} đếm theo lượt tiếp."
