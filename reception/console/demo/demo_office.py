"""The demonstration office: fictional people, three years of visits, papers and pictures."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from reception.bootstrap import Reception, demonstration_environment, open_office
from reception.console.demo.demo_events import DemoEvents
from reception.console.demo.demo_papers import write_papers
from reception.console.demo.demo_visits import DemoClock, DemoVisits, DemoVisitTime, visit_times
from reception.console.demo.demo_workbook import write_demo_register
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
_TIMEOUT = 900  # seconds for all pictures; a busy machine needs five times the usual
_PHONE = "0213 000 0000"


def run_demo(options: argparse.Namespace) -> tuple[list[str], dict[str, Any]]:
    """Create the office, list its accounts, then open the window or write papers and pictures."""
    texts = table("data/demonstration.json")
    folder = Path(options.office or tempfile.mkdtemp(prefix="reception-demo-")) / "office"
    count = build_demo(folder, texts, options.years, demonstration_environment(folder))
    lines = _account_lines(folder, texts, count, options.lang)
    facts: dict[str, Any] = {"office": str(folder), "visits": count}
    if options.window and _has_display():
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
        _open_window(folder, texts)
        return [], facts
    if options.office is None:
        lines.append(sentence("console.demo_gone", options.lang))
    out = Path(options.out or "demo-output")
    paths = write_documents(folder, texts, out, demonstration_environment(folder))
    paths += _write_pictures(folder, texts, out)
    lines += [sentence("console.wrote", options.lang, path=path) for path in paths]
    return lines, {**facts, "files": [str(path) for path in paths]}


def build_demo(folder: Path, texts: dict[str, Any], years: int, environment: Environment) -> int:
    """Create the demonstration office with visits until today; return their number."""
    clock = DemoClock(environment.clock)
    now = clock.chosen_time
    clock.chosen_time = now - timedelta(days=365 * years + 1)
    demo_environment = replace(environment, clock=clock)
    people = tuple(
        NewMember(
            name,
            Role(role),
            password,
            has_custody=name == texts["staff"][3][0],
            reads_denunciations=name == texts["staff"][1][0],
        )
        for name, role, password in texts["staff"]
    )
    settings = OfficeSettings().changed(phone=_PHONE)
    create_office(folder, OfficePlan(settings, people, make_shares().keys), demo_environment)
    visits = DemoVisits(texts)
    reception = _sign_in(folder, texts, 1, demo_environment)
    events = DemoEvents(reception)
    count = 0
    for visit_time in visit_times(now.date(), years):
        clock.chosen_time = min(visit_time.at, now)
        events.answer_due_visits(clock.chosen_time.date())
        _enter_visit(reception, visits, events, visit_time)
        count += 1
    clock.shows_real_time = True
    events.request_name()
    reception.session.close("demo")
    _back_up(folder, texts, demo_environment)
    return count


def _back_up(folder: Path, texts: dict[str, Any], demo_environment: Environment) -> None:
    """Make a backup beside the office."""
    location = folder.parent / _BACKUPS
    location.mkdir(exist_ok=True)
    reception = _sign_in(folder, texts, 0, demo_environment)
    reception.backups.add_location(location)
    reception.backups.make(location)
    reception.session.close("demo")


def _enter_visit(
    reception: Reception, visits: DemoVisits, events: DemoEvents, visit_time: DemoVisitTime
) -> None:
    form = events.with_random_late_entry(visits.visit_form(visit_time), visit_time)
    prepared = reception.intake.prepare(form.identity, protected=form.protected)
    events.change_or_plan_answer(reception.intake.seal_visit(form, prepared), visit_time)


def _sign_in(
    folder: Path, texts: dict[str, Any], index: int, demo_environment: Environment
) -> Reception:
    name, _, password = texts["staff"][index]
    accounts = read_pre_unlock_state(folder, demo_environment.state_folder).accounts
    user_id = next(key for key, account in accounts if account == name)
    return open_office(folder, user_id, password, demo_environment)


def _account_lines(folder: Path, texts: dict[str, Any], count: int, language: str) -> list[str]:
    lines = [sentence("console.demo_made", language, folder=folder, visits=count)]
    lines += [
        sentence("console.demo_account", language, name=name, password=password)
        for name, _, password in texts["staff"]
    ]
    return [*lines, sentence("console.demo_weak", language)]


def write_documents(
    folder: Path, texts: dict[str, Any], out: Path, environment: Environment
) -> list[Path]:
    """Write one of each paper and the workbook to import into a folder; return the paths."""
    out.mkdir(parents=True, exist_ok=True)
    reception = _sign_in(folder, texts, 0, environment)
    try:
        return [*write_papers(reception, DemoVisits(texts), out), write_demo_register(out)]
    finally:
        reception.session.close("demo")


def _write_pictures(folder: Path, texts: dict[str, Any], out: Path) -> list[Path]:
    arguments = ["--office", str(folder), "--demonstration", "--screenshots", str(out)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    credentials = f"{texts['staff'][0][0]}\n{texts['staff'][0][2]}\n"
    try:
        subprocess.run(  # noqa: S603 - our own program
            command_for("ui.app", arguments),
            input=credentials.encode(),
            env=environment,
            check=True,
            timeout=_TIMEOUT,
            stdout=subprocess.DEVNULL,
        )
    except subprocess.SubprocessError as error:
        raise ReceptionError("console.walk_failed", folder=str(out)) from error
    return sorted(out.glob("*.png"))


def _open_window(folder: Path, texts: dict[str, Any]) -> None:
    arguments = ["--office", str(folder), "--demonstration", "--sign-in"]
    credentials = f"{texts['staff'][1][0]}\n{texts['staff'][1][2]}\n"
    subprocess.run(  # noqa: S603 - our own program
        command_for("ui.app", arguments), input=credentials.encode(), check=False
    )


def _has_display() -> bool:
    return os.name == "nt" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
