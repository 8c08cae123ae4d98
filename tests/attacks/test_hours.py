"""When did the denouncer come? What a colleague with default rights learns on the next day."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act
from reception.domain.errors import NotAllowed
from reception.domain.petition import PetitionKind
from reception.domain.reporting_periods import month_period_of
from reception.domain.visit import CopyState, PaperReceived
from reception.domain.visit_lifecycle import LateEntry
from reception.messages.catalogue import sentence
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.backup.known_backups import backups_at, known_backups
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.audit.log_reader import LogFilter
from reception.storage.crypto import keyring as keyring_file
from reception.storage.staff.signed_members import granted_private_keys
from reception.storage.visits import visit_hours
from reception.storage.visits.register_reader import RegisterFilter
from reception.storage.visits.sealed_identities import open_part
from tests.attacks.conftest import sign_first_roster
from tests.attacks.database_pages import decrypted_pages
from tests.attacks.old_office import copy_old_office
from tests.attacks.shown_hours import hours_in
from tests.fixtures.denouncers_day import DENUNCIATION, Day, day, seal
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, ThrowAwayOffice, build_office
from tests.fixtures.shared_machine import SharedMachine, machine
from tests.fixtures.visit_forms import visit_form
from tests.printing.pdf_text import words

__all__ = ["day", "machine"]


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """A new office."""
    return build_office(tmp_path)


def readings(reception: Reception, day: Day) -> dict[str, Callable[[], Any]]:
    """Return everything that a service tells an officer about what was done."""
    session, office, today = reception.session, day.machine.office, day.today
    yesterday = today - timedelta(days=1)
    state = office.environment.state_folder
    visits = [day.denunciation, *day.ordinary]
    names = {user: person.name for user, person in session.people.items()}
    return {
        "log": lambda: reception.audit_log.page(LogFilter(), None, 1000),
        "log of yesterday": lambda: reception.audit_log.page(LogFilter(since=yesterday)),
        "page": lambda: reception.register.page(RegisterFilter()),
        "day": lambda: reception.register.day(yesterday),
        "rows": lambda: reception.register.rows(visits),
        "stories": lambda: [reception.register.story(visit) for visit in visits],
        "book": lambda: words(reception.register_books.register_book((yesterday, today)).pdf),
        "drafts": reception.drafts.own_drafts,
        "papers that wait": reception.waiting_papers.waiting,
        "papers dropped": reception.waiting_papers.dropped,
        "requests": reception.reveal_requests.own_requests,
        "request": lambda: reception.reveal_requests.own_request_of(day.ordinary[0]),
        "decisions": reception.reveal_decisions.requests_to_decide,
        "to do": reception.todo_list.read,
        "month": reception.month_overviews.read,
        "backups": reception.backups.available_backups,
        "locations": reception.backups.location_states,
        "last backup": reception.backups.last_backup,
        "trial": lambda: reception.backups.trial_opening(
            reception.backups.available_backups()[0][0]
        ),
        "known backups": lambda: known_backups(office.folder, state),
        "backups at": lambda: backups_at(day.place),
        "obsolete backups": reception.staff.obsolete_backups.find,
        "offboardings": reception.staff.offboarding.unfinished,
        "accounts": reception.staff.accounts.summaries,
        "verification": reception.log_verification.verify,
        "health": reception.machine_health.check,
        "own entry": lambda: session.own_last_entry,
        "checkpoint": lambda: (session.opening_checkpoint, session.checkpoint_file.read()),
        "before unlocking": lambda: read_pre_unlock_state(office.folder, state),
        "notices": lambda: [
            sentence(code, **session.warning_facts.get(code, {})) for code in session.warnings
        ],
        "petitions": lambda: reception.reports.count_petitions(
            month_period_of(today, session.settings().month_starts_on).days
        ),
        "context": lambda: [reception.lifecycle.change_context(visit) for visit in visits],
        "names": lambda: names,
    }


def test_on_the_next_day_no_service_tells_an_officer_an_hour(day: Day) -> None:
    day.machine.office.clock.move(days=1, minutes=-40)
    colleague = day.machine.sign_in(COLLEAGUE)
    found: list[str] = []
    read = 0
    for name, reading in readings(colleague, day).items():
        with suppress(NotAllowed):
            found += hours_in(reading(), name)
            read += 1
    assert found == []
    assert read > 20


def test_on_its_own_day_only_ordinary_visits_have_an_hour(day: Day) -> None:
    colleague = day.machine.sign_in(COLLEAGUE)
    rows = colleague.audit_log.page(LogFilter(), None, 1000)
    with_hour = {row.visit_id for row in rows if row.time_of_day is not None}
    assert with_hour == set(day.ordinary)
    assert {row.act for row in rows if row.time_of_day is not None} == {Act.VISIT_SEALED.value}
    hours = {row.visit_id: row.received_at for row in colleague.register.today()}
    assert hours[day.denunciation] is None
    assert all(hours[visit] is not None for visit in day.ordinary)


def test_a_visit_entered_late_or_protected_has_no_hour(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    yesterday = officer.session.today() - timedelta(days=1)
    late = LateEntry(yesterday, "Phiếu ghi tay số 03", "Mất điện cả buổi sáng")
    visits = [
        seal(officer, replace(visit_form(), late_entry=late)),
        seal(officer, visit_form(protection_asked=True)),
        seal(officer, DENUNCIATION),
    ]
    assert officer.session.database.query("SELECT * FROM visit_hour") == []
    rows = officer.audit_log.page(LogFilter(), None, 100)
    assert all(row.time_of_day is None for row in rows)
    assert all(row.received_at is None for row in officer.register.rows(visits))
    assert officer.log_verification.verify().intact


def test_the_head_sees_the_hours_of_unlocks_and_reveals_on_later_days(day: Day) -> None:
    day.machine.office.clock.move(days=1)
    head = day.machine.sign_in(HEAD)
    rows = head.audit_log.page(LogFilter(), None, 1000)
    acts = {row.act for row in rows if row.time_of_day is not None}
    assert acts == {
        Act.OFFICE_CREATED.value,
        Act.OPENED.value,
        Act.LOCKED.value,
        Act.REVEAL_ASKED.value,
        Act.REVEAL_WITHDRAWN.value,
    }
    custodian = day.machine.sign_in(CUSTODIAN)
    assert all(row.time_of_day is None for row in custodian.audit_log.page(LogFilter()))


def test_names_and_searches_do_not_give_back_the_hour_of_a_backup(day: Day) -> None:
    """Backups of earlier versions have the time in their names, which the log has as subject."""
    colleague = day.machine.sign_in(COLLEAGUE)
    name = f"sao-luu-ab12cd-{day.today:%Y%m%d}-142105"
    with colleague.session.act() as work:
        work.log(Act.BACKED_UP, name, dropped=[name], made_at=f"{day.today}T14:21:05+07:00")
    (row, *_) = colleague.audit_log.page(LogFilter(acts=(Act.BACKED_UP.value,)))
    assert list(hours_in(row)) == []
    for text in ("142105", "-1421", f"{day.today:%Y%m%d}-1"):
        assert colleague.audit_log.page(LogFilter(text=text)) == []
    assert row in colleague.audit_log.page(LogFilter(text=f"ab12cd-{day.today:%Y%m%d}"))


def test_a_backup_has_no_hour_in_its_name(day: Day) -> None:
    names = [path.name for path in day.place.iterdir()]
    assert names
    assert all(list(hours_in(name)) == [] for name in names)


def test_the_state_folder_has_no_hour_of_the_last_entry(day: Day) -> None:
    """It is not encrypted, and after a power cut the last entry may be a denunciation's."""
    state = day.machine.office.environment.state_folder
    for path in state.rglob("*"):
        if path.is_file() and path.suffix == ".json":
            assert not list(hours_in(path.read_text(encoding="utf-8"))), path.name


def test_the_hour_leaves_the_file_with_the_next_days_first_unlock(day: Day) -> None:
    office = day.machine.office
    colleague = day.machine.sign_in(COLLEAGUE)
    row = colleague.session.database.one("SELECT received_at, salt FROM visit_hour LIMIT 1")
    salt = bytes(row["salt"])
    key = colleague.session.keys
    database_key = keyring_file.database_key(
        keyring_file.load(office.folder).account(colleague.session.member.user_id), key
    )
    assert salt in decrypted_pages(office.folder, database_key)
    office.clock.move(days=1)
    colleague = day.machine.sign_in(COLLEAGUE)
    assert colleague.session.database.query("SELECT * FROM visit_hour") == []
    assert (
        colleague.session.database.query("SELECT 1 FROM visit WHERE received_at IS NOT NULL") == []
    )
    assert salt not in decrypted_pages(office.folder, database_key)
    assert colleague.log_verification.verify().intact


def test_the_hour_stays_in_the_sealed_part_of_an_ordinary_visit_alone(day: Day) -> None:
    head = day.machine.sign_in(HEAD)
    session = head.session
    privates = granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    part = open_part(session.database, session.office.office_id, day.ordinary[0], privates)
    assert part is not None
    assert part.received_at == time(14, 12)
    custodian = day.machine.sign_in(CUSTODIAN).session
    privates = granted_private_keys(
        custodian.database, custodian.office, custodian.member.user_id, custodian.keys
    )
    part = open_part(custodian.database, custodian.office.office_id, day.denunciation, privates)
    assert part is not None
    assert part.received_at is None


def test_verify_names_hours_that_are_not_deleted_and_hours_deleted_too_early(day: Day) -> None:
    colleague = day.machine.sign_in(COLLEAGUE)
    with colleague.session.act() as work:  # as an opening of today that deletes today's hour
        visit_hours.delete_hour(work, day.ordinary[0])
        work.log(Act.OPENED, colleague.session.member.user_id)
    findings = colleague.log_verification.verify().findings
    assert [(item.code, item.key) for item in findings] == [
        ("state.hour_deleted", str(day.ordinary[0]))
    ]
    day.machine.office.clock.move(days=2)
    with colleague.session.act() as work:  # an opening that leaves the hours of the day before
        work.log(Act.OPENED, colleague.session.member.user_id)
    findings = colleague.log_verification.verify().findings
    assert ("state.hour", str(day.ordinary[1])) in [(item.code, item.key) for item in findings]


def test_verify_names_the_hour_of_a_denunciation(day: Day) -> None:
    officer = day.machine.sign_in(OFFICER)
    with officer.session.act() as work:
        visit_hours.write_hour(work, day.denunciation, time(14, 21))
        work.log(Act.VISIT_SEALED, f"visit {day.denunciation}", protected=True)
    codes = {item.code for item in officer.log_verification.verify().findings}
    assert "state.hour" in codes


def test_a_visit_that_becomes_a_denunciation_loses_its_hour_at_once(day: Day) -> None:
    officer = day.machine.sign_in(COLLEAGUE)
    visit = day.ordinary[1]
    reason = ChangeReason("new_content", "Nội dung là tố cáo hành vi vi phạm")
    officer.lifecycle.reclassify(visit, Reclassification(reason, PetitionKind.DENUNCIATION, 0))
    assert (
        officer.session.database.query("SELECT * FROM visit_hour WHERE visit_id = ?", (visit,))
        == []
    )
    assert all(
        row.time_of_day is None
        for row in officer.audit_log.page(LogFilter(subject=f"visit {visit}"))
    )
    assert officer.log_verification.verify().intact


@pytest.mark.parametrize("days", [0, 1])
def test_an_office_copy_has_no_hour(machine: SharedMachine, days: int) -> None:
    """Receipt numbers with an hour on the file's copies would bracket the denunciation between."""
    officer = machine.sign_in(OFFICER)
    form = visit_form(papers=(PaperReceived("Đơn viết tay", 2, CopyState.ORIGINAL),))
    sealed = officer.intake.seal_visit(form)
    machine.office.clock.move(days=days)
    texts = [words(job.pdf) for job in officer.papers.receipt(sealed, form.identity)]
    assert texts
    assert not any(list(hours_in(text)) for text in texts)


def test_an_office_of_an_earlier_version_shows_no_hour_that_it_kept(tmp_path: Path) -> None:
    """Its visits keep the hour in their rows, which the log covers; no list shows it any more."""
    old = copy_old_office(tmp_path)
    sign_first_roster(old)
    officer = create_services(old.open(OFFICER))
    kept = "SELECT count(*) FROM visit WHERE received_at IS NOT NULL"
    row = officer.session.database.one(kept)
    assert row[0] > 0
    old.clock.move(days=30)
    assert list(hours_in(officer.register.page(RegisterFilter()))) == []
    rows = officer.audit_log.page(LogFilter(), None, 1000)
    assert all(shown.time_of_day is None for shown in rows)
    assert officer.log_verification.verify().intact
    officer.session.close()


def test_a_clock_set_back_shows_no_hour_and_reopens_no_day(tmp_path: Path) -> None:
    office = build_office(tmp_path)
    colleague = create_services(office.open(COLLEAGUE))
    colleague.intake.seal_visit(visit_form())
    denunciation = colleague.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION))
    colleague.session.close()
    day = office.clock.at
    office.clock.move(days=6)
    office.open(HEAD).close()
    office.clock.at = day.replace(hour=16)
    colleague = create_services(office.open(COLLEAGUE))
    sealed = LogFilter(acts=(Act.VISIT_SEALED.value,))
    assert [row.time_of_day for row in colleague.audit_log.page(sealed)] == [None, None]
    with pytest.raises(NotAllowed, match=r"papers\.copy_of_another"):
        colleague.copy_renewal.make_again(denunciation.visit.visit_id, "lost")
    colleague.session.close()
