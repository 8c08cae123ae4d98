"""The demonstration office: fictional people, three years of visits, papers and pictures."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from reception.bootstrap import Reception, demonstration_environment, open_office
from reception.console.demo.demo_events import DemoEvents
from reception.console.demo.demo_papers import leave_papers
from reception.console.demo.demo_visits import DemoClock, DemoVisits, moments
from reception.console.demo.demo_workbook import leave_workbook
from reception.domain.errors import ReceptionError
from reception.domain.staff import Role
from reception.hardening.process_restart import command_for
from reception.messages.catalogue import sentence
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.office.environment import Environment
from reception.services.office.office_settings import OfficeSettings
from reception.services.office.office_setup import NewMember, OfficePlan, create_office
from reception.services.recovery.recovery_shares import make_shares
from resources import table

_BACKUPS = "sao-luu"  # beside the demonstration's folder
_SEED = 27
_PATIENCE = 150  # seconds for all pictures
_PHONE = "0213 000 0000"


def run_demo(options: argparse.Namespace) -> tuple[list[str], dict[str, Any]]:
    """Make the office, show its accounts, open the window or leave papers and pictures."""
    words = table("data/demonstration.json")
    folder = Path(options.office or tempfile.mkdtemp(prefix="reception-demo-")) / "office"
    count = build_demo(folder, words, options.years)
    lines = _accounts(folder, words, count, options.lang)
    facts: dict[str, Any] = {"office": str(folder), "visits": count}
    if options.window and _has_display():
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
        _open_window(folder, words)
        return [], facts
    if options.office is None:
        lines.append(sentence("console.demo_gone", options.lang))
    out = Path(options.out or "demo-output")
    paths = _leave(folder, words, out)
    lines += [sentence("console.wrote", options.lang, path=path) for path in paths]
    return lines, {**facts, "files": [str(path) for path in paths]}


def build_demo(folder: Path, words: dict[str, Any], years: int) -> int:
    """Create the demonstration office with its visits ending today; return their number."""
    clock = DemoClock()
    now = clock.at
    clock.at = now - timedelta(days=365 * years + 1)
    world = Environment(
        clock, demonstration_environment(folder).policy, demonstration_environment(folder).state
    )
    people = tuple(
        NewMember(name, Role(role), password, custody=name == words["staff"][3][0])
        for name, role, password in words["staff"]
    )
    settings = OfficeSettings().changed(phone=_PHONE)
    create_office(folder, OfficePlan(settings, people, make_shares().keys), world)
    draw = random.Random(_SEED)  # noqa: S311 - the same fictional people each time
    visits = DemoVisits(words, draw)
    reception = _sign_in(folder, words, 1, world)
    lives = DemoEvents(reception)
    count = 0
    for at in moments(now.date(), years, draw):
        clock.at = min(at, now)
        lives.go_on(clock.at.date())
        _take_in(reception, visits, lives, clock.at)
        count += 1
    clock.real = True
    lives.ask()
    reception.session.close("demo")
    _back_up(folder, words, world)
    return count


def _back_up(folder: Path, words: dict[str, Any], world: Environment) -> None:
    """Leave a backup beside the office, as the evening does."""
    place = folder.parent / _BACKUPS
    place.mkdir(exist_ok=True)
    reception = _sign_in(folder, words, 0, world)
    reception.backups.remember_place(place)
    reception.backups.make(place)
    reception.session.close("demo")


def _take_in(reception: Reception, visits: DemoVisits, lives: DemoEvents, at: datetime) -> None:
    form = lives.maybe_late(visits.form(at), at)
    prepared = reception.intake.prepare(form.identity, protected=form.protected)
    lives.begin(reception.intake.seal_visit(form, prepared))


def _sign_in(folder: Path, words: dict[str, Any], place: int, world: Environment) -> Reception:
    name, _, password = words["staff"][place]
    accounts = read_pre_unlock_state(folder, world.state).accounts
    user_id = next(key for key, account in accounts if account == name)
    return open_office(folder, user_id, password, world)


def _accounts(folder: Path, words: dict[str, Any], count: int, language: str) -> list[str]:
    lines = [sentence("console.demo_made", language, folder=folder, visits=count)]
    lines += [
        sentence("console.demo_account", language, name=name, password=password)
        for name, _, password in words["staff"]
    ]
    return [*lines, sentence("console.demo_weak", language)]


def _leave(folder: Path, words: dict[str, Any], out: Path) -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    reception = _sign_in(folder, words, 0, demonstration_environment(folder))
    try:
        form = DemoVisits(words, random.Random(_SEED + 1))  # noqa: S311 - fictional people
        paths = [*leave_papers(reception, form, out), leave_workbook(out)]
    finally:
        reception.session.close("demo")
    return [*paths, *_pictures(folder, words, out)]


def _pictures(folder: Path, words: dict[str, Any], out: Path) -> list[Path]:
    arguments = ["--office", str(folder), "--demonstration", "--screenshots", str(out)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    secret = f"{words['staff'][0][0]}\n{words['staff'][0][2]}\n"
    try:
        subprocess.run(  # noqa: S603 - our own program
            command_for("ui.app", arguments),
            input=secret.encode(),
            env=environment,
            check=True,
            timeout=_PATIENCE,
            stdout=subprocess.DEVNULL,
        )
    except subprocess.SubprocessError as error:
        raise ReceptionError("console.walk_failed", folder=str(out)) from error
    return sorted(out.glob("*.png"))


def _open_window(folder: Path, words: dict[str, Any]) -> None:
    arguments = ["--office", str(folder), "--demonstration", "--sign-in"]
    secret = f"{words['staff'][1][0]}\n{words['staff'][1][2]}\n"
    subprocess.run(  # noqa: S603 - our own program
        command_for("ui.app", arguments), input=secret.encode(), check=False
    )


def _has_display() -> bool:
    return os.name == "nt" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
