"""Restoring at the console: people whom the head must confirm are named, ``--confirm`` confirms."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from reception.domain.errors import InvalidInput, StorageError
from reception.messages.catalogue import sentence
from reception.services.backup.backup_inspection import RestoreActor
from reception.services.backup.restore import RestoreResult, restore
from reception.services.office.environment import Environment


def restore_confirmed(
    options: argparse.Namespace, actor: RestoreActor, office_environment: Environment
) -> RestoreResult:
    """Restore; if people must be confirmed, those that ``--confirm`` names are.

    Errors: ``console.no_person`` when it names somebody who is not among them.
    """
    source, folder = Path(options.source), Path(options.office)
    try:
        return restore(source, folder, actor, office_environment, in_place=options.in_place)
    except StorageError as error:
        people = error.facts.get("people")
        if error.code != "backup.confirm_people" or not isinstance(people, tuple):
            raise
        for person in people:
            rights = ", ".join(sentence(f"right.{right}", options.lang) for right in person.rights)
            sys.stderr.write(f"{person.name}: {rights}\n")
        if options.confirm is None:
            raise
    ids = {person.name: person.user_id for person in people}
    unknown = [name for name in options.confirm if name not in ids]
    if unknown:
        raise InvalidInput(
            "console.no_user", "confirm", name=unknown[0], names=", ".join(sorted(ids))
        )
    confirmed = replace(actor, confirmed_people=frozenset(ids[name] for name in options.confirm))
    return restore(source, folder, confirmed, office_environment, in_place=options.in_place)
