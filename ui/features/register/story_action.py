"""One action that the story panel offers for the visit that it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reception.services.register.visit_story import VisitStory


def _for_every_visit(_story: VisitStory) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class StoryAction:
    """A button of the story panel and what it does with the story shown.

    ``shortcut_id`` is the id of a row of ``ui/shell/shortcut_table.py``, "" without a shortcut; the
    button shows its keys. The button is hidden while ``is_offered(story)`` is false. An action
    ``on_seal`` has its button on the seal, the others have theirs below the story, in their order.
    """

    object_name: str
    label: str
    icon: str
    perform: Callable[[VisitStory], None]
    shortcut_id: str = ""
    is_offered: Callable[[VisitStory], bool] = _for_every_visit
    on_seal: bool = False
