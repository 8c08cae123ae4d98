"""The commands of ``reception-admin``; each uses the services only."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from reception.bootstrap import (
    Reception,
    demonstration_environment,
    open_office,
    real_environment,
)
from reception.console.command_result import CommandResult
from reception.console.demo.demo_office import run_demo
from reception.console.password_input import password_of
from reception.console.recovery_sheets import recovery_for
from reception.console.restore_confirmation import restore_confirmed
from reception.console.roster_rows import confirm_roster
from reception.console.verification_output import verification_facts, verification_lines
from reception.domain.errors import InvalidInput, StorageError
from reception.domain.staff import Role
from reception.domain.text import clean
from reception.hardening.regular_files import LARGEST, MIB, open_regular
from reception.messages.catalogue import sentence
from reception.services.access.password_policy import check_password
from reception.services.access.pre_unlock_state import finish_restore, read_pre_unlock_state
from reception.services.backup.backup_inspection import RestoreActor, checked_manifest
from reception.services.backup.backup_locations import backup_location_of
from reception.services.office.office_settings import OfficeSettings
from reception.services.office.office_setup import NewMember, OfficePlan, check_plan, create_office

# The checks of the workbook reader refuse larger files.
_LARGEST_WORKBOOK = 100 * MIB


def init(options: argparse.Namespace) -> CommandResult:
    """Set up an office with its head."""
    password = password_of(options, new=True)
    check_password(password, (options.head, options.name), options.head)
    if not clean(options.name):
        raise InvalidInput("console.name_missing", "name")
    settings = OfficeSettings().changed(issuing=clean(options.name))
    head = NewMember(options.head, Role.HEAD, password, reads_denunciations=options.head_reads)
    plan = OfficePlan(settings, (head,))
    check_plan(Path(options.office), plan)
    recovery = recovery_for(options.recovery, plan, options.lang)
    office = create_office(
        Path(options.office), replace(plan, recovery=recovery), real_environment()
    )
    lines = [sentence("console.created", options.lang, folder=options.office, head=options.head)]
    reader = "head" if options.head_reads else "nobody"
    lines.append(sentence(f"console.reader_{reader}", options.lang, head=options.head))
    if recovery is None:
        lines.append(sentence("console.recovery_later", options.lang))
    readers = int(options.head_reads)
    facts = {"office": office, "recovery": recovery is not None, "readers": readers}
    return CommandResult(tuple(lines), facts)


def import_register(options: argparse.Namespace) -> CommandResult:
    """Import an existing Excel register: all rows or none."""
    path = Path(options.file)
    try:
        with open_regular(path, LARGEST, through_links=True) as file:
            data = file.read(_LARGEST_WORKBOOK + 1)
    except OSError as error:
        raise InvalidInput("exchange.file_missing", "file", name=path.name) from error
    reception = _sign_in(options)
    try:
        preview = reception.register_import.preview(data)
        if options.preview:
            return CommandResult(preview.lines(options.lang), preview.facts(), not preview.problems)
        result = reception.register_import.import_rows(
            preview, skip_problem_rows=options.leave_problems
        )
        indexed = reception.blind_index_queue.drain() if options.tags_now else 0
    finally:
        reception.session.close("console")
    waiting = result.pending_visits - indexed
    lines = [*preview.lines(options.lang)]
    if waiting:
        lines.append(sentence("exchange.tags_waiting", options.lang, count=waiting))
    lines.append(sentence("console.imported", options.lang, rows=result.rows))
    facts = {**preview.facts(), "imported": result.rows, "tags_waiting": waiting}
    return CommandResult(tuple(lines), facts)


def report(options: argparse.Namespace) -> CommandResult:
    """Write a statutory table of a period."""
    period = (options.since, options.until)
    reception = _sign_in(options)
    try:
        table = reception.reports.count(options.form, period)
        data = reception.reports.export(table, options.format)
    finally:
        reception.session.close("console")
    if options.out == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return CommandResult((), None)
    Path(options.out).write_bytes(data)
    return CommandResult(
        (sentence("console.wrote", options.lang, path=options.out),), {"out": options.out}
    )


def verify(options: argparse.Namespace) -> CommandResult:
    """Verify the audit log and every record; with ``--accept`` the head accepts what is found."""
    reception = _sign_in(options)
    acceptance, is_accepted = reception.staff.finding_acceptance, options.accept is not None
    try:
        if is_accepted:
            verification = acceptance.verify()
            if len(verification.findings) != options.accept:
                raise StorageError("findings.changed_meanwhile")
            acceptance.accept(verification.findings)
        else:
            verification = reception.log_verification.verify()
    finally:
        reception.session.close("console")
    return CommandResult(
        verification_lines(verification, options.lang, accepted=is_accepted),
        verification_facts(verification),
        verification.intact or is_accepted,
    )


def backup(options: argparse.Namespace) -> CommandResult:
    """Copy the office into a folder; the copy is opened and checked."""
    reception = _sign_in(options)
    try:
        result = reception.backups.make(backup_location_of(options.to).folder())
    finally:
        reception.session.close("console")
    values = {
        "folder": result.folder,
        "visits": result.counts.visits,
        "entries": result.counts.entries,
    }
    facts: dict[str, object] = {
        "backup": str(result.folder),
        "made_on": result.made_on.isoformat(),
        "counts": asdict(result.counts),
        "dropped": result.removed_count,
    }
    lines = [sentence("console.backed_up", options.lang, **values)]
    if result.findings:
        facts["findings"] = result.findings
        lines.append(sentence("backup.made_with_findings", options.lang, count=result.findings))
    return CommandResult(tuple(lines), facts)


def restore_office(options: argparse.Namespace) -> CommandResult:
    """Restore a backup: as a new office, or in place of the present one, which is kept."""
    source, folder = Path(options.source), Path(options.office)
    office_environment = (
        demonstration_environment(folder) if options.demonstration else real_environment()
    )
    checked_manifest(source)
    actor = RestoreActor(options.user or "", password_of(options))
    result = restore_confirmed(options, actor, office_environment)
    manifest = result.manifest
    values = {"folder": folder, "visits": manifest.counts.visits, "made": manifest.made_at}
    facts = {
        "office": str(folder),
        "made_on": manifest.made_at.date().isoformat(),
        "counts": asdict(manifest.counts),
        "kept": str(result.replaced_office) if result.replaced_office else None,
    }
    lines = [sentence("console.restored", options.lang, **values)]
    if result.replaced_office is not None:
        lines.append(sentence("console.restored_kept", options.lang, folder=result.replaced_office))
    lines.extend(sentence(code, options.lang, **more) for code, more in result.notices())
    return CommandResult(tuple(lines), facts)


def roster(options: argparse.Namespace) -> CommandResult:
    """Compare the register with the signed roster; the head confirms a mismatch."""
    reception = _sign_in(options)
    session = reception.session
    try:
        if session.roster_mismatch is None:
            number = session.roster.number
            line = sentence("console.roster_same", options.lang, number=number)
            return CommandResult((line,), {"number": number, "rows": []})
        confirmation = reception.staff.roster_confirmation
        return confirm_roster(confirmation, options)
    finally:
        session.close("console")


def demo(options: argparse.Namespace) -> CommandResult:
    """Make a demonstration office; the output warns that its passwords are weakly protected."""
    lines, facts = run_demo(options)
    return CommandResult(tuple(lines), facts)


COMMANDS: dict[str, Callable[[argparse.Namespace], CommandResult]] = {
    "init": init,
    "demo": demo,
    "import": import_register,
    "report": report,
    "verify": verify,
    "backup": backup,
    "restore": restore_office,
    "roster": roster,
}


def _sign_in(options: argparse.Namespace) -> Reception:
    folder = Path(options.office)
    office_environment = (
        demonstration_environment(folder) if options.demonstration else real_environment()
    )
    finish_restore(folder)
    state = read_pre_unlock_state(folder, office_environment.state_folder)
    accounts = state.accounts
    user_id = accounts[0][0] if accounts else ""
    if options.user is not None:
        matching = [key for key, name in accounts if name == options.user]
        if not matching:
            names = ", ".join(name for _, name in accounts)
            raise InvalidInput("console.no_user", "user", name=options.user, names=names)
        user_id = matching[0]
    password = password_of(options)
    _wait_after_failures(state.delays.get(user_id, 0), options.lang)
    reception = open_office(folder, user_id, password, office_environment)
    session = reception.session
    for code in session.warnings:
        sys.stderr.write(sentence(code, options.lang, **session.warning_facts.get(code, {})) + "\n")
    return reception


def _wait_after_failures(seconds: int, language: str) -> None:
    """Wait after wrong passwords, as the window does; each call waits for the full time."""
    if seconds:
        sys.stderr.write(sentence("console.brake", language, seconds=seconds) + "\n")
        sys.stderr.flush()
        time.sleep(seconds)
