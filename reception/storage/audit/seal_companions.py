"""Which sealed rows of an entry lack the rows that belong to them.

A new sealed value has a box for the vault ``protected``; a new box belongs to a new value or takes
the place of one that the same entry deletes; a deleted box has a successor in the same vault. A box
takes another's place only when the entry makes a new generation of its vault. Only a
reclassification may add boxes of ``desk`` to a visit, or take them away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reception.domain.act_rule import RowOperation
from reception.domain.audit import Act
from reception.storage.audit.row_changes import RowChange

_DESK, _PROTECTED = "desk", "protected"


def unpaired_seals(
    act: str, facts: Mapping[str, Any], changes: tuple[RowChange, ...]
) -> Iterator[RowChange]:
    """Yield the sealed values and boxes of an entry that lack their companions."""
    boxes = [change for change in changes if change.table == "sealed_box"]
    values = {change.key: change for change in changes if change.table == "sealed_value"}
    if not boxes and not values:
        return
    added = {_value_and_vault(box) for box in boxes if box.operation is not RowOperation.DELETE}
    deleted = {_value_and_vault(box) for box in boxes if box.operation is RowOperation.DELETE}
    is_reclassification = act == Act.VISIT_RECLASSIFIED
    renewed = {
        change.first_key
        for change in changes
        if change.table == "vault" and change.operation is RowOperation.INSERT
    }
    may_add_desk = is_reclassification and bool(facts.get("down"))
    may_end_desk = is_reclassification and bool(facts.get("up"))
    for value_id, change in values.items():
        if (value_id, _PROTECTED) not in added:
            yield change
    for box in boxes:
        value_id, vault = place = _value_and_vault(box)
        if box.operation is RowOperation.DELETE:
            is_moved = place in added and vault in renewed
            paired = is_moved or (may_end_desk and vault == _DESK)
        else:
            is_moved = place in deleted and vault in renewed
            paired = value_id in values or is_moved or (may_add_desk and vault == _DESK)
        if not paired:
            yield box


def _value_and_vault(box: RowChange) -> tuple[str, str]:
    value_id, _, rest = box.key.partition("|")
    return value_id, rest.partition("|")[0]
