"""Rules for groups that come about one content: representatives (Luật Tiếp công dân Điều 29)."""

from __future__ import annotations

from reception.domain.visit import LARGE_GROUP, Group

_SMALL_GROUP = 10  # the most people of a group that names only one or two representatives
_REPRESENTATIVES_OF_SMALL_GROUP = 2
_REPRESENTATIVES_OF_BIG_GROUP = 5


def max_representatives(people: int) -> int:
    """Return the largest number of representatives: 2 for 5 to 10 people, 5 above, 0 below 5."""
    if people < LARGE_GROUP:
        return 0
    return (
        _REPRESENTATIVES_OF_SMALL_GROUP if people <= _SMALL_GROUP else _REPRESENTATIVES_OF_BIG_GROUP
    )


def group_warnings(group: Group) -> tuple[str, ...]:
    """Return the codes of warnings about a group; their sentences are in messages.field_hints."""
    most = max_representatives(group.people)
    rules = {
        "group.people_wrong": group.people < 1 or group.same_content < 1,
        "group.same_above_people": group.same_content > group.people >= 1,
        "group.no_representative": group.is_large and group.representatives < 1,
        "group.too_many_representatives": group.is_large and group.representatives > most,
        "group.no_appointment": group.is_large and not group.appointment_present,
    }
    return tuple(code for code, is_broken in rules.items() if is_broken)
