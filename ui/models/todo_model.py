"""What waits, as lines: a heading for each group, words and a button for each need."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.domain.todo_item import TodoGroup, TodoItem, TodoKind
from reception.law.refusal_grounds import ground
from reception.law.reveal_reasons import reveal_reason
from reception.messages.catalogue import VIETNAMESE, current_language, sentence
from ui.appearance import display_format as shown
from ui.models.day_list import reporter_title
from ui.models.line_list import LineList

if TYPE_CHECKING:
    from reception.services.todo.todo_list import TodoSnapshot

translate = QCoreApplication.translate
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


@dataclass(frozen=True, slots=True)
class TodoLine:
    """A heading (``need`` None) or one need; ``tone`` is "", "danger", "warn" or "seal"."""

    title: str
    detail: str = ""
    side: str = ""  # how long it waits
    tag: str = ""
    tag_kind: shown.TagKind | None = None
    button: str = ""
    icon: str = ""
    tone: str = ""
    count: int = 0  # of a heading
    need: TodoItem | None = None

    @property
    def heading(self) -> bool:
        """Tell whether this only stands over needs."""
        return self.need is None

    def spoken(self) -> str:
        """Return what a screen reader says."""
        count = str(self.count) if self.need is None else ""
        parts = (self.title, count, self.detail, self.tag, self.side, self.button)
        return ", ".join(part for part in parts if part)


def group_words(group: TodoGroup) -> str:
    """Return the heading of a group."""
    return {
        TodoGroup.DECIDE: translate("Needs", "To approve, to sign"),
        TodoGroup.MINE: translate("Needs", "My requests"),
        TodoGroup.LATE: translate("Needs", "Answers overdue"),
        TodoGroup.SOON: translate("Needs", "Due soon"),
        TodoGroup.MACHINE: translate("Needs", "Machine and log"),
    }[group]


_GROUP_TONES = {TodoGroup.LATE: "danger", TodoGroup.SOON: "warn"}


def todo_lines(waiting: TodoSnapshot, now: datetime) -> list[TodoLine]:
    """Return headings and lines in order; a group whose rest is not shown says how many."""
    lines: list[TodoLine] = []
    for group in TodoGroup:
        needs = [need for need in waiting.needs if need.group is group]
        if not needs:
            continue
        heading = TodoLine(group_words(group), tone=_GROUP_TONES.get(group, ""))
        lines.append(replace(heading, count=waiting.counts[group]))
        lines += [replace(_line(need, now), need=need) for need in needs]
    return lines


def _line(need: TodoItem, now: datetime) -> TodoLine:
    make = {
        TodoKind.REQUEST: _request,
        TodoKind.NOTICE: _notice,
        TodoKind.VOID: _void,
        TodoKind.REPORT: _report,
        TodoKind.GRANTED: _granted,
        TodoKind.DECLINED: _declined,
        TodoKind.WAITING: _waiting,
        TodoKind.DUE: _due,
        TodoKind.BACKUP: _backup,
        TodoKind.WORDS: _words,
        TodoKind.CLOCK: _clock,
        TodoKind.ROTATE: _rotate,
        TodoKind.CUSTODY: _custody,
        TodoKind.LEAVING: _leaving,
        TodoKind.OLD_BACKUPS: _old_backups,
        TodoKind.RECOVERY: _recovery,
    }[need.kind]
    return make(need, now)


def waited(since: datetime, now: datetime) -> str:
    """Return how long something waits: "waiting 7 minutes"."""
    seconds = max(0, int((now - since).total_seconds()))
    if seconds < _HOUR:
        words, count = translate("Needs", "waiting {count} min"), seconds // _MINUTE
    elif seconds < _DAY:
        words, count = translate("Needs", "waiting {count} h"), seconds // _HOUR
    else:
        words, count = translate("Needs", "waiting {count} days"), seconds // _DAY
    return words.format(count=count)


def reason_words(code: str) -> str:
    """Return a reason of the list in the language of the window."""
    reason = reveal_reason(code)
    return reason.vietnamese if current_language() == VIETNAMESE else reason.english


def _visit(need: TodoItem) -> str:
    number = (need.visit_id or 0) % 1_000_000
    return translate("Needs", "Visit {number}").format(number=f"{number:04d}")


def _asked_at(need: TodoItem) -> str:
    return shown.hour(need.since) if need.since is not None else ""


def _request(need: TodoItem, now: datetime) -> TodoLine:
    detail = translate("Needs", "{who} asked at {hour}: {reason}")
    return TodoLine(
        translate("Needs", "Asks to open the identity of {code}").format(code=need.code),
        detail.format(who=need.who, hour=_asked_at(need), reason=reason_words(need.about)),
        waited(need.since, now) if need.since else "",
        button=translate("Needs", "Look, approve"),
        icon="seal",
        tone="seal",
    )


def _left(need: TodoItem) -> tuple[str, shown.TagKind | None]:
    left = shown.time_left(need.on, need.days_left)
    return left.text, left.tag or shown.TagKind.NEUTRAL


def _notice(need: TodoItem, _now: datetime) -> TodoLine:
    tag, kind = _left(need)
    title = translate("Needs", "Notice of refusal, {visit}").format(visit=_visit(need).lower())
    detail = translate("Needs", "{ground}, drafted by {who}")
    about = ground(need.about)
    return TodoLine(
        title,
        detail.format(ground=about.short, who=need.who),
        tag=tag,
        tag_kind=kind,
        button=translate("Needs", "Open"),
        icon="file-check",
    )


def _void(need: TodoItem, _now: datetime) -> TodoLine:
    title = translate("Needs", "{visit} was voided").format(visit=_visit(need))
    detail = translate("Needs", "{reporter}, entered by {who}")
    reporter = reporter_title(need.petition_kind, need.code)
    return TodoLine(
        title,
        detail.format(reporter=reporter, who=need.who),
        button=translate("Needs", "Look, confirm"),
        icon="circle-x",
    )


def _report(need: TodoItem, _now: datetime) -> TodoLine:
    since, until = need.key.split("/")
    days = f"{since[8:]}/{since[5:7]} – {until[8:]}/{until[5:7]}"
    title = translate("Needs", "Monthly report, period {days}").format(days=days)
    ended = translate("Needs", "The period ended on {day}, nothing is printed yet")
    return TodoLine(
        title,
        ended.format(day=shown.day(need.on)) if need.on else "",
        button=translate("Needs", "Look, print"),
        icon="file-text",
    )


def _words(need: TodoItem, _now: datetime) -> TodoLine:
    title = translate("Needs", "Check the words of {count} visits").format(count=need.about)
    return TodoLine(
        title,
        translate("Needs", "Written after the sealing, never compared with the name"),
        button=translate("Needs", "Check now"),
        icon="shield-check",
    )


def _mine_title(need: TodoItem) -> str:
    return translate("Needs", "Opening the identity of {code}").format(code=need.code)


def _granted(need: TodoItem, _now: datetime) -> TodoLine:
    words = translate("Needs", "{who} approved. Opens once, until {day}")
    return TodoLine(
        _mine_title(need),
        words.format(who=need.who, day=shown.short_day(need.on) if need.on else ""),
        tag=translate("Needs", "Approved"),
        tag_kind=shown.TagKind.VERIFIED,
        button=translate("Needs", "Open the seal"),
        icon="seal-open",
        tone="seal",
    )


def _declined(need: TodoItem, _now: datetime) -> TodoLine:
    words = translate("Needs", "{who} did not approve: {note}")
    return TodoLine(
        _mine_title(need),
        words.format(who=need.who, note=sentence(f"request.note.{need.about}")),
        tag=translate("Needs", "Not approved"),
        tag_kind=shown.TagKind.NEUTRAL,
        button=translate("Needs", "See the visit"),
        icon="seal",
    )


def _waiting(need: TodoItem, now: datetime) -> TodoLine:
    return TodoLine(
        _mine_title(need),
        reason_words(need.about),
        waited(need.since, now) if need.since else "",
        button=translate("Needs", "Withdraw"),
        icon="clock",
    )


def _due(need: TodoItem, _now: datetime) -> TodoLine:
    tag, kind = _left(need)
    title = translate("Needs", "{visit} · Answer {reporter}")
    reporter = reporter_title(need.petition_kind, need.code)
    late = need.group is TodoGroup.LATE
    return TodoLine(
        title.format(visit=_visit(need), reporter=reporter[0].lower() + reporter[1:]),
        ", ".join(part for part in (need.about, need.who) if part),
        tag=tag,
        tag_kind=kind,
        button=translate("Needs", "Open"),
        icon="circle-alert" if late else "clock",
        tone="danger" if late else "warn",
    )


def _backup(need: TodoItem, _now: datetime) -> TodoLine:
    words = translate("Needs", "No backup was ever made on this machine")
    if need.on is not None:
        words = translate("Needs", "The last good backup is of {day}").format(
            day=shown.day(need.on)
        )
    return TodoLine(
        translate("Needs", "Back up"),
        words,
        button=translate("Needs", "Go to backup"),
        icon="hard-drive",
        tone="warn",
    )


def _clock(need: TodoItem, _now: datetime) -> TodoLine:
    entry = shown.number(int(need.key))
    titles = {
        "backwards": translate("Needs", "Confirm the log: the clock ran back at entry {entry}"),
        "leap": translate("Needs", "Confirm the log: the clock leapt ahead at entry {entry}"),
    }
    return TodoLine(
        titles[need.about].format(entry=entry),
        shown.moment(need.since) if need.since else "",
        button=translate("Needs", "Look, confirm"),
        icon="history",
        tone="warn",
    )


def _rotate(need: TodoItem, _now: datetime) -> TodoLine:
    words = translate("Needs", "{count} visits became protected since the last change")
    return TodoLine(
        translate("Needs", "Change the key of ordinary reporters"),
        words.format(count=need.about),
        button=translate("Needs", "Go to settings"),
        icon="refresh-cw",
        tone="warn",
    )


def _custody(need: TodoItem, _now: datetime) -> TodoLine:
    here = translate("Needs", "The head types the password for it")
    elsewhere = translate("Needs", "It waits for {names}").format(names=need.who)
    return TodoLine(
        translate("Needs", "Renew the key of denouncers"),
        elsewhere if need.who else here,
        button=translate("Needs", "Go to settings"),
        icon="seal",
        tone="warn",
    )


def _leaving(need: TodoItem, _now: datetime) -> TodoLine:
    return TodoLine(
        translate("Needs", "Sign {name} out completely").format(name=need.who),
        translate("Needs", "They open nothing any more; some steps are left"),
        button=translate("Needs", "Go to settings"),
        icon="users",
        tone="warn",
    )


def _old_backups(need: TodoItem, _now: datetime) -> TodoLine:
    words = translate("Needs", "{count} copies; old keys and old passwords still open them")
    return TodoLine(
        translate("Needs", "Destroy the old backups"),
        words.format(count=need.about),
        button=translate("Needs", "Go to settings"),
        icon="database",
        tone="warn",
    )


def _recovery(_need: TodoItem, _now: datetime) -> TodoLine:
    return TodoLine(
        translate("Needs", "Make the recovery sheets"),
        translate("Needs", "Without them a forgotten head's password loses the register"),
        button=translate("Needs", "How to"),
        icon="shield-alert",
        tone="warn",
    )


class TodoModel(LineList[TodoLine]):
    """The lines of what waits; ``first()``, ``find(need)``."""

    def first(self) -> int:
        """Return the first row that can be chosen, -1 for none."""
        return next((row for row, line in enumerate(self._lines) if not line.heading), -1)

    def find(self, need: TodoItem | None) -> int:
        """Return the row of the same need as before, else the first one."""
        wanted = _same(need)
        for row, line in enumerate(self._lines):
            if wanted is not None and _same(line.need) == wanted:
                return row
        return self.first()


def _same(need: TodoItem | None) -> tuple[object, ...] | None:
    return None if need is None else (need.kind, need.key, need.visit_id)
