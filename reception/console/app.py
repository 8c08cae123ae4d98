"""``reception-admin``: the console twin of the window, with the same services and rights."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from reception.console.arguments import language_of, parser
from reception.console.commands import COMMANDS, Answer
from reception.domain.errors import ReceptionError
from reception.messages.book import say_error
from reception.walls.memory import harden_process
from reception.walls.network import raise_wall
from reception.walls.tripwires import set_tripwires

OK, FAILED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; exit status 0, 1 (the work failed, why on stderr) or 2 (usage)."""
    harden_process()
    raise_wall()
    set_tripwires(None)
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of(given)
    options = parser(language).parse_args(given)
    try:
        answer = COMMANDS[options.command](options)
    except ReceptionError as error:
        _complain(error, options)
        return FAILED
    except OSError as error:
        _complain(_of_the_disk(error), options)
        return FAILED
    _show(answer, options)
    return OK if answer.good else FAILED


def _of_the_disk(error: OSError) -> ReceptionError:
    """Name the file and the system's reason: an administrator can mend rights and space."""
    path = str(error.filename or "?")
    return ReceptionError("console.file_failed", path=path, reason=error.strerror or str(error))


def _show(answer: Answer, options: argparse.Namespace) -> None:
    if options.json:
        text = json.dumps(answer.facts, ensure_ascii=False, indent=1, sort_keys=True)
        sys.stdout.write(text + "\n")
        return
    stream = sys.stdout if answer.good else sys.stderr
    for line in answer.lines:
        stream.write(line + "\n")


def _complain(error: ReceptionError, options: argparse.Namespace) -> None:
    sentence = say_error(error, options.lang)
    if options.json:
        problem = {"error": error.code, "sentence": sentence}
        sys.stdout.write(json.dumps(problem, ensure_ascii=False) + "\n")
    sys.stderr.write(sentence + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
