"""Who may call which method of a service: the one table, enforced by ``rights_check``.

A name is ``Class.method`` or the name of a function with a parameter ``session``. Which role has
which right is in ``reception/domain/staff.py``; the table of roles in ``docs/security.md`` is made
of this one by ``make rights-table``.
"""

from __future__ import annotations

from reception.domain.service_access import CheckedObject as Checked
from reception.domain.service_access import ServiceAccess
from reception.domain.staff import Right

RECEIVE, REPORT, VERIFY = Right.RECEIVE, Right.REPORT, Right.VERIFY
MANAGE, REVEAL, CUSTODY, IMPORT = Right.MANAGE, Right.REVEAL, Right.CUSTODY, Right.IMPORT
READ_DENUNCIATION = Right.READ_DENUNCIATION


def _one_of(*rights: Right, checked: Checked = Checked.NONE, note: str = "") -> ServiceAccess:
    """Whoever holds one of the rights."""
    return ServiceAccess(tuple(frozenset({right}) for right in rights), checked, note)


def _all_of(*rights: Right, checked: Checked = Checked.NONE, note: str = "") -> ServiceAccess:
    """Whoever holds all the rights."""
    return ServiceAccess((frozenset(rights),), checked, note)


def _everybody(note: str, checked: Checked = Checked.NONE) -> ServiceAccess:
    """Everybody who is signed in; ``note`` says why this is enough."""
    return ServiceAccess((), checked, note)


def _any_thread(note: str, *rights: Right) -> ServiceAccess:
    """A method that reads no database; without ``rights`` everybody may call it."""
    return ServiceAccess(
        tuple(frozenset({right}) for right in rights), note=note, reads_register=False
    )


# Those whose work needs the register. Whoever only imports or verifies does not. Of a visit that
# one may not read, only a masked row is handed out (``reception/domain/visit_reading.py``).
_READERS_OF_VISITS = (RECEIVE, REPORT, READ_DENUNCIATION, REVEAL, MANAGE, CUSTODY)
_SETTINGS_ONLY = "computes from the office's settings"
_AS_THE_ROW = "tells no more than the visit's row"
_NEVER_PROTECTED = "never a denouncer, nor who asked for protection"
_PAPERS_SEEN = "custodians also see those of protected visits, the head all"
_OWN_ROWS = "reads and ends one's own only"
_OWN_TODAY = "of the visit entered oneself today; of any visit with custody"

_BY_HEAD = "with the head's password"
_HEAD_ONLY = "in the head's session only"

_ACCESS = {
    "HeadApprovals.head": _everybody("name of the head"),
    "HeadApprovals.sign_approval": _one_of(MANAGE, REVEAL, CUSTODY, note=_BY_HEAD),
    "HeadApprovals.head_keys": _one_of(MANAGE, REVEAL, CUSTODY, note=_BY_HEAD),
    "change_password": _everybody("with the present password", Checked.OWN_ACCOUNT),
    "Session.change_settings": _one_of(MANAGE),
    "add_recovery": _one_of(MANAGE, note=_HEAD_ONLY),
    "recent_recovery_day": _everybody("everybody is told for a month"),
}

_AUDIT = {
    "AuditLog.page": _one_of(VERIFY),
    "AuditLog.page_starts": _one_of(VERIFY),
    "AuditLog.people_in_log": _any_thread("names of the office's people"),
    "FindingAcceptance.is_head": _any_thread("whether this session has the office's signing key"),
    "FindingAcceptance.is_due": _any_thread("whether this session has found anything"),
    "FindingAcceptance.verify": _all_of(MANAGE, VERIFY, note=_HEAD_ONLY),
    "FindingAcceptance.accept": _one_of(MANAGE, note=_HEAD_ONLY),
    "LogVerification.verify": _one_of(VERIFY),
    "MachineHealth.check": _one_of(VERIFY, MANAGE),
    "confirm_clock": _everybody("what this person's own unlock has shown, once"),
}

_BACKUPS = {
    "Backups.make": _one_of(*Right, checked=Checked.OFFICE_LOCATION),
    "Backups.make_copy": ServiceAccess(
        tuple(frozenset({right}) for right in Right),
        Checked.OFFICE_LOCATION,
        reads_register=False,
    ),
    "Backups.finish_backup": _one_of(*Right, checked=Checked.OWN_BACKUP),
    "Backups.trial_opening": _one_of(VERIFY, MANAGE),
    "Backups.run_trial": _any_thread("on a thread of its own", VERIFY, MANAGE),
    "Backups.log_trial": _one_of(VERIFY, MANAGE),
    "Backups.row_counts": _one_of(VERIFY, MANAGE),
    "Backups.add_location": _one_of(MANAGE),
    "Backups.remove_location": _one_of(MANAGE),
    "Backups.locations": _any_thread("folders on this machine, from a file"),
    "Backups.location_states": _any_thread("folders on this machine, from files"),
    "Backups.available_backups": _any_thread("folders and manifests, which name nobody"),
    "Backups.last_backup": _any_thread("the status line tells everybody"),
    "Backups.due_folders": _any_thread("folders on this machine, from files"),
    "Backups.first_connected_folder": _any_thread("a folder on this machine"),
    "Backups.is_backup_due": _any_thread("from manifests, which name nobody"),
    "ObsoleteBackups.find": _one_of(MANAGE),
    "ObsoleteBackups.destroy": _one_of(MANAGE),
}

# Requests about ordinary reporters, and those about denouncers.
_ANSWERING = ServiceAccess(
    (frozenset({MANAGE, REVEAL}), frozenset({CUSTODY})), Checked.REQUEST_OF_ANOTHER
)
_DISCLOSURE = {
    "Reveals.checked_route": _one_of(*_READERS_OF_VISITS, note=_AS_THE_ROW),
    "Reveals.route_of": _one_of(*_READERS_OF_VISITS, note=_AS_THE_ROW),
    "Reveals.reasons": _one_of(*_READERS_OF_VISITS, note=_AS_THE_ROW),
    "Reveals.check_conditions": _any_thread("whether the screen is viewed from another machine"),
    "Reveals.reveal_count": _one_of(*_READERS_OF_VISITS, note="a number"),
    "Reveals.open": _one_of(REVEAL, note=_NEVER_PROTECTED),
    "RevealRequestList.end_expired": _everybody("ends only what is over by the calendar"),
    "RevealRequests.check_may_ask": _one_of(RECEIVE, note="about any visit, unread too"),
    "RevealRequests.ask": _one_of(RECEIVE, note="about any visit, unread too"),
    "RevealRequests.own_requests": _everybody(_OWN_ROWS, Checked.OWN_REQUEST),
    "RevealRequests.own_request_of": _everybody(_OWN_ROWS, Checked.OWN_REQUEST),
    "RevealRequests.withdraw": _everybody(_OWN_ROWS, Checked.OWN_REQUEST),
    "RevealRequests.open": _one_of(RECEIVE, checked=Checked.OWN_REQUEST),
    "RevealDecisions.requests_to_decide": _everybody("nothing without the rights to answer"),
    "RevealDecisions.unseen_expired_requests": _everybody("nothing without custody"),
    "RevealDecisions.note_expired": _one_of(CUSTODY),
    "RevealDecisions.explanation": _ANSWERING,
    "RevealDecisions.grant": _ANSWERING,
    "RevealDecisions.refuse": _ANSWERING,
    "CustodianReveals.open": _one_of(CUSTODY, note="with one's own password"),
    "CustodianReveals.openings_of_month": _one_of(CUSTODY),
    "OpeningNotices.unseen": _everybody("nothing without manage"),
    "OpeningNotices.note": _one_of(MANAGE, note="never one's own opening"),
}

_PAPERS = {
    **dict.fromkeys(
        (
            *("WaitingPapers.waiting", "WaitingPapers.dropped", "WaitingPapers.paper"),
            *("WaitingPapers.remember_printed", "WaitingPapers.remember_obstacle"),
            *("WaitingPapers.unreadable", "WaitingPapers.drop", "OfficeCopies.make_again"),
        ),
        _one_of(RECEIVE, REVEAL, CUSTODY, MANAGE, checked=Checked.OWN_PAPER, note=_PAPERS_SEEN),
    ),
    "WaitingPapers.sheets_by_reveal": _one_of(RECEIVE, REVEAL, note="only which forms wait"),
    "OwnVisitPapers.receipt": _one_of(RECEIVE, checked=Checked.OWN_VISIT),
    "OwnVisitPapers.return_slip": _one_of(RECEIVE, checked=Checked.OWN_VISIT),
    "OwnVisitPapers.statement": _one_of(RECEIVE, checked=Checked.OWN_VISIT),
    "OwnVisitPapers.refusal_notice": _one_of(RECEIVE, checked=Checked.OWN_VISIT),
    "OwnVisitPapers.citizen_papers": _one_of(RECEIVE, checked=Checked.OWN_VISIT),
    "VisitSaving.save": _one_of(RECEIVE, checked=Checked.OWN_DRAFT),
    "Letters.letter": _one_of(REVEAL, note=_NEVER_PROTECTED),
    "Letters.letter_for_request": _one_of(RECEIVE, checked=Checked.OWN_REQUEST),
    "Reprints.prepare_code": _any_thread("draws a code that belongs to no visit yet"),
    "Reprints.citizen_copy": _one_of(REVEAL, note=_NEVER_PROTECTED),
    "Reprints.office_copies": _one_of(REVEAL, note=_NEVER_PROTECTED),
    "Reprints.refusal_notice": _one_of(REVEAL, note=_NEVER_PROTECTED),
    "Reprints.paper_for_request": _one_of(RECEIVE, checked=Checked.OWN_REQUEST),
    "CopyTracing.trace": _one_of(CUSTODY, note=_BY_HEAD),
    "CopyRenewal.needs_person": _one_of(RECEIVE, CUSTODY, note=_OWN_TODAY),
    "CopyRenewal.make_again": _one_of(RECEIVE, CUSTODY, note=_OWN_TODAY),
    "RegisterBooks.register_book": _one_of(REPORT),
    "RegisterBooks.monthly_report": _one_of(REPORT),
    "RegisterBooks.report_printed": _one_of(REPORT),
    "NamedRegisterBooks.count_names": _all_of(REPORT, REVEAL),
    "NamedRegisterBooks.named_book": _all_of(REPORT, REVEAL, note=_BY_HEAD),
    "DenouncerIdentityPages.candidates": _one_of(CUSTODY),
    "DenouncerIdentityPages.numbered_copies": _one_of(CUSTODY),
    "DenouncerIdentityPages.identity_pages": _one_of(CUSTODY, note=_BY_HEAD),
    "OfficePrinterRules.rules": _any_thread(_SETTINGS_ONLY),
    "OfficePrinterRules.all_identities_need_allowed_printer": _any_thread(_SETTINGS_ONLY),
    "OfficePrinterRules.needs_allowed_printer": _any_thread(_SETTINGS_ONLY),
    "OfficePrinterRules.identity_on_citizen_copies": _any_thread(_SETTINGS_ONLY),
    "OfficePrinterRules.set_identity_on_citizen_copies": _one_of(MANAGE),
    "OfficePrinterRules.set_identities_allowed": _one_of(MANAGE),
    "OfficePrinterRules.set_all_identities_need_allowed_printer": _one_of(MANAGE),
    "printer_test_page": _one_of(RECEIVE, REPORT, MANAGE),
    "calendar_sheet": _one_of(RECEIVE, REPORT, MANAGE),
    "log_discarded_paper": _one_of(REVEAL, CUSTODY, checked=Checked.OWN_PRINT),
}

_REGISTER = {
    "Register.page": _one_of(*_READERS_OF_VISITS, checked=Checked.READABLE_VISIT),
    "Register.page_starts": _one_of(*_READERS_OF_VISITS, checked=Checked.READABLE_VISIT),
    "Register.rows": _one_of(*_READERS_OF_VISITS, checked=Checked.READABLE_VISIT),
    "Register.filter_counts": _one_of(*_READERS_OF_VISITS, checked=Checked.READABLE_VISIT),
    "Register.today": _one_of(*_READERS_OF_VISITS, checked=Checked.READABLE_VISIT),
    "Register.day": _one_of(*_READERS_OF_VISITS, checked=Checked.READABLE_VISIT),
    "Register.figures": _one_of(*_READERS_OF_VISITS, checked=Checked.READABLE_VISIT),
    "Register.story": _one_of(*_READERS_OF_VISITS, checked=Checked.READABLE_VISIT),
    "StatusLookup.retry_delay": _any_thread("seconds until the next attempt"),
    "StatusLookup.find": _one_of(RECEIVE),
    "RegisterImport.preview": _one_of(IMPORT),
    "RegisterImport.read": _any_thread("masks the rows of a file", IMPORT),
    "RegisterImport.preview_parsed": _one_of(IMPORT),
    "RegisterImport.import_rows": _one_of(IMPORT),
    "RegisterImport.problem_list": _one_of(IMPORT),
    "StatutoryTables.count": _one_of(REPORT),
    "StatutoryTables.count_petitions": _one_of(REPORT),
    "StatutoryTables.export": _one_of(REPORT),
    "MonthOverviews.read": _one_of(REPORT),
    "TodoList.read": _everybody("each kind of item only for those who may see it"),
    "TodoList.confirm_clock_jump": _one_of(MANAGE),
}

_STAFF = {
    "Accounts.summaries": _one_of(MANAGE),
    "Accounts.add": _one_of(MANAGE, note=_HEAD_ONLY),
    "Accounts.suspend": _one_of(MANAGE, checked=Checked.ACCOUNT_OF_ANOTHER),
    "Accounts.reinstate": _one_of(MANAGE, checked=Checked.ACCOUNT_OF_ANOTHER),
    "Accounts.set_new_password": _one_of(MANAGE, checked=Checked.ACCOUNT_OF_ANOTHER),
    "Rights.change": _one_of(MANAGE, note=_HEAD_ONLY),
    "Rights.warnings": _everybody("names of the custodians"),
    "DenunciationReaders.unconfirmed": _everybody("nothing but in the head's session"),
    "DenunciationReaders.nobody_reads": _everybody("nothing without manage"),
    "DenunciationReaders.confirm": _one_of(MANAGE, note=_HEAD_ONLY),
    "Custody.can_grant": _everybody("whether this session opens the vault"),
    "Custody.grant": _one_of(MANAGE, CUSTODY, note=_BY_HEAD),
    "Custody.revoke": _one_of(MANAGE, CUSTODY, note=_BY_HEAD),
    "Custody.tasks": _everybody("names of the custodians"),
    "Custody.carry_out_tasks": _one_of(MANAGE, CUSTODY, note=_BY_HEAD),
    "StaffOffboarding.read_impact": _one_of(MANAGE, checked=Checked.ACCOUNT_OF_ANOTHER),
    "StaffOffboarding.begin": _one_of(MANAGE, checked=Checked.ACCOUNT_OF_ANOTHER),
    "StaffOffboarding.do_next_step": _one_of(MANAGE, checked=Checked.ACCOUNT_OF_ANOTHER),
    "StaffOffboarding.unfinished": _everybody("nothing without manage"),
    "RosterStart.is_due": _any_thread("whether this session can sign the first roster"),
    "RosterStart.verify": _one_of(MANAGE, note=_HEAD_ONLY),
    "RosterStart.sign": _one_of(MANAGE, note=_HEAD_ONLY),
    # The register does not match the roster then: no session could read it again.
    "RosterConfirmation.mismatch": _any_thread(_HEAD_ONLY, MANAGE),
    "RosterConfirmation.confirm": _any_thread(_HEAD_ONLY, MANAGE),
    "rotate_desk_vault": _one_of(MANAGE, note=_HEAD_ONLY),
}

_VISITS = {
    "VisitLifecycle.change_context": _one_of(
        RECEIVE, note="without content for who may not read the visit"
    ),
    "VisitLifecycle.event_count": _one_of(RECEIVE, note="a number, no content"),
    "VisitLifecycle.late_entry_forecast": _one_of(RECEIVE),
    "VisitLifecycle.correct": _one_of(RECEIVE, checked=Checked.READABLE_VISIT),
    "VisitLifecycle.reclassify": _one_of(RECEIVE, checked=Checked.READABLE_VISIT),
    "VisitLifecycle.void": _one_of(RECEIVE, checked=Checked.READABLE_VISIT),
    "VisitLifecycle.answer": _one_of(RECEIVE, note="by number, without reading"),
    "VisitLifecycle.confirm_void": _one_of(MANAGE),
    "VisitLifecycle.voids_to_confirm": _one_of(MANAGE),
    "VisitLifecycle.visits_requiring_rotation": _one_of(MANAGE),
    "VisitLifecycle.next_number": _one_of(RECEIVE, MANAGE),
    "VisitLifecycle.set_next_number": _one_of(MANAGE),
    "LateTextChecks.unchecked_visits": _everybody("nothing without reveal or custody"),
    "LateTextChecks.run": _one_of(REVEAL, CUSTODY),
    "Intake.prepare": _one_of(RECEIVE),
    "Intake.forecast": _one_of(RECEIVE),
    "Intake.find_earlier_visit": _one_of(
        RECEIVE, note="with the return code of the earlier paper; a reference, never the visit"
    ),
    "Intake.seal_visit": _one_of(RECEIVE, checked=Checked.OWN_DRAFT),
    "Drafts.create": _one_of(RECEIVE),
    "Drafts.save": _one_of(RECEIVE, checked=Checked.OWN_DRAFT),
    "Drafts.own_drafts": _everybody(_OWN_ROWS, Checked.OWN_DRAFT),
    "Drafts.delete": _everybody(_OWN_ROWS, Checked.OWN_DRAFT),
    "Drafts.forget_key": _everybody(_OWN_ROWS, Checked.OWN_DRAFT),
    "Drafts.require_own": _everybody(_OWN_ROWS, Checked.OWN_DRAFT),
    "BlindIndexQueue.add_visits": _one_of(IMPORT),
    "BlindIndexQueue.discard": _one_of(IMPORT, checked=Checked.OWN_IMPORT),
    "BlindIndexQueue.chunks_of": _one_of(IMPORT),
    "BlindIndexQueue.pending_visits": _everybody(_OWN_ROWS, Checked.OWN_IMPORT),
    "BlindIndexQueue.run_step": _everybody("finishes one's own import", Checked.OWN_IMPORT),
    "BlindIndexQueue.drain": _everybody("finishes one's own import", Checked.OWN_IMPORT),
    "RepeatVisitors.find": _one_of(RECEIVE),
    "RepeatVisitors.log_unused": _one_of(RECEIVE),
}

_VISIT_READING = {
    "HandOvers.state": _one_of(*_READERS_OF_VISITS, note="names of who may read, no content"),
    "HandOvers.hand_on": _one_of(READ_DENUNCIATION),
    "HandOvers.take_back": _one_of(READ_DENUNCIATION, MANAGE),
}

_WORKING_DAYS = {
    "CalendarChanges.preview": _one_of(MANAGE),
    "CalendarChanges.save": _one_of(MANAGE),
    "CalendarChanges.record_announcement": _one_of(MANAGE),
    "OfficeCalendar.calendar": _any_thread(_SETTINGS_ONLY),
    "OfficeCalendar.with_settings": _any_thread(_SETTINGS_ONLY),
    "OfficeCalendar.calendar_of_year": _any_thread(_SETTINGS_ONLY),
    "OfficeCalendar.without_override": _any_thread(_SETTINGS_ONLY),
    "OfficeCalendar.overrides": _any_thread(_SETTINGS_ONLY),
    "OfficeCalendar.started_deadlines": _any_thread(_SETTINGS_ONLY),
    "OfficeCalendar.last_day_due_soon": _any_thread(_SETTINGS_ONLY),
    "OfficeCalendar.deadline": _any_thread(_SETTINGS_ONLY),
}

SERVICE_RIGHTS: dict[str, ServiceAccess] = {
    **_ACCESS,
    **_AUDIT,
    **_BACKUPS,
    **_DISCLOSURE,
    **_PAPERS,
    **_REGISTER,
    **_STAFF,
    **_VISITS,
    **_VISIT_READING,
    **_WORKING_DAYS,
}
