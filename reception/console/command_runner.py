"""One command from its words to its exit status: what it says, and what it says of a failure."""

from __future__ import annotations

import argparse
import json
import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from reception.console.command_line import language_of, parser
from reception.console.commands import COMMANDS, Answer
from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence

OK, FAILED = 0, 1
_PLACES = 4


def run(given: Sequence[str]) -> int:
    """Run one command; see :func:`reception.console.app.main` for the exit status."""
    sys.unraisablehook = _unraisable
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # Vietnamese fits in no other encoding
    options = parser(language_of(given)).parse_args(given)
    try:
        answer = COMMANDS[options.command](options)
        _show(answer, options)
    except ReceptionError as error:
        return _failed(error, options)
    except BrokenPipeError as error:
        _let_go_of_output()
        return _failed(_of_the_disk(error), options)
    except OSError as error:
        return _failed(_of_the_disk(error), options)
    except KeyboardInterrupt:
        return _failed(ReceptionError("console.stopped"), options)
    except Exception as error:
        # A trace would show the values in its messages: only places in the program are named.
        return _failed(ReceptionError("console.fault"), options, places(error))
    return OK if answer.good else FAILED


def places(error: BaseException) -> tuple[str, ...]:
    """Return the kind of fault and the last places in the code; never its message or values."""
    frames = traceback.extract_tb(error.__traceback__)[-_PLACES:]
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return (type(error).__name__, *lines)


def _of_the_disk(error: OSError) -> ReceptionError:
    """Name the file and the system's reason: an administrator can mend rights and space."""
    path = str(error.filename or "?")
    return ReceptionError("console.file_failed", path=path, reason=error.strerror or str(error))


def _show(answer: Answer, options: argparse.Namespace) -> None:
    if options.json and answer.facts is not None:
        text = json.dumps(answer.facts, ensure_ascii=False, indent=1, sort_keys=True)
        sys.stdout.write(text + "\n")
    if not answer.good:
        _write(sys.stderr, answer.lines)
    elif not options.json:
        _write(sys.stdout, answer.lines)
    sys.stdout.flush()  # a full disk is told here, not by a trace at the end


def _failed(error: ReceptionError, options: argparse.Namespace, more: tuple[str, ...] = ()) -> int:
    sentence = error_sentence(error, options.lang)
    if options.json:
        problem = {"error": error.code, "sentence": sentence}
        try:
            _write(sys.stdout, (json.dumps(problem, ensure_ascii=False),))
            sys.stdout.flush()
        except OSError:
            _let_go_of_output()  # why stands on stderr all the same
    _write(sys.stderr, (sentence, *more))
    return FAILED


def _write(stream: TextIO, lines: Sequence[str]) -> None:
    for line in lines:
        stream.write(line + "\n")


def _let_go_of_output() -> None:
    """Send what is left to nowhere, so that the interpreter's end does not fail once more."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return  # no real output: a test's, or a closed one


def _unraisable(fault: sys.UnraisableHookArgs) -> None:
    if sys.stderr is not None and fault.exc_value is not None:
        _write(sys.stderr, places(fault.exc_value))
