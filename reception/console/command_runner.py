"""Runs one command: reads its arguments, writes output or error, returns the exit status."""

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

from reception.console.command_line import build_parser, language_of
from reception.console.command_result import CommandResult
from reception.console.commands import COMMANDS
from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence

EXIT_SUCCESS, EXIT_FAILURE = 0, 1
_MAX_LOCATIONS = 4


def run(arguments: Sequence[str]) -> int:
    """Run one command; see :func:`reception.console.app.main` for the exit status."""
    sys.unraisablehook = _report_unraisable
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # other encodings may lack Vietnamese
    options = build_parser(language_of(arguments)).parse_args(arguments)
    try:
        result = COMMANDS[options.command](options)
        _write_result(result, options)
    except ReceptionError as error:
        return _report_failure(error, options)
    except OSError as error:
        return _report_failure(_file_error(error), options)
    except KeyboardInterrupt:
        return _report_failure(ReceptionError("console.stopped"), options)
    except Exception as error:
        # The message of an exception may hold personal data: only code locations are shown.
        return _report_failure(ReceptionError("console.fault"), options, code_locations(error))
    return EXIT_SUCCESS if result.succeeded else EXIT_FAILURE


def code_locations(error: BaseException) -> tuple[str, ...]:
    """Return the type of an exception and its last code locations, never its message."""
    frames = traceback.extract_tb(error.__traceback__)[-_MAX_LOCATIONS:]
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return (type(error).__name__, *lines)


def _file_error(error: OSError) -> ReceptionError:
    """Return the failure with file and reason, so that an administrator can remove the cause."""
    path = str(error.filename or "?")
    return ReceptionError("console.file_failed", path=path, reason=error.strerror or str(error))


def _write_result(result: CommandResult, options: argparse.Namespace) -> None:
    if options.json and result.facts is not None:
        text = json.dumps(result.facts, ensure_ascii=False, indent=1, sort_keys=True)
        sys.stdout.write(text + "\n")
    if not result.succeeded:
        _write_lines(sys.stderr, result.lines)
    elif not options.json:
        _write_lines(sys.stdout, result.lines)
    sys.stdout.flush()  # a full disk fails here and is reported


def _report_failure(
    error: ReceptionError, options: argparse.Namespace, details: tuple[str, ...] = ()
) -> int:
    sentence = error_sentence(error, options.lang)
    try:
        if options.json:
            problem = {"error": error.code, "sentence": sentence}
            _write_lines(sys.stdout, (json.dumps(problem, ensure_ascii=False),))
        sys.stdout.flush()
    except OSError:
        _discard_output()  # the sentence is on stderr in any case
    _write_lines(sys.stderr, (sentence, *details))
    return EXIT_FAILURE


def _write_lines(stream: TextIO, lines: Sequence[str]) -> None:
    for line in lines:
        stream.write(line + "\n")


def _discard_output() -> None:
    """Discard buffered output, so that the interpreter does not fail again at its end."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
    except (OSError, ValueError):
        return  # no file descriptor: replaced in a test, or closed


def _report_unraisable(fault: sys.UnraisableHookArgs) -> None:
    if sys.stderr is not None and fault.exc_value is not None:
        _write_lines(sys.stderr, code_locations(fault.exc_value))
