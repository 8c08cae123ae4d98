"""Every public method of a service is declared, asks for its rights, and touches own objects only.

When a new method makes a test here fail, its sentence says what to do: usually one line in
``reception/services/access/service_rights.py``, or one in ``tests/fixtures/service_calls.py``.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_type_hints

import pytest

from installer import service_table
from reception.bootstrap import Reception
from reception.domain.audit import Act
from reception.domain.errors import NotAllowed, ReceptionError
from reception.domain.service_access import CheckedObject
from reception.domain.staff import Right
from reception.domain.visit_reading import ORDINARY_READERS
from reception.services.access.rights_check import checked_names
from reception.services.access.service_rights import SERVICE_RIGHTS
from reception.services.access.session import Session
from tests.fixtures import office_of_all_roles as roles
from tests.fixtures.office_of_all_roles import (
    OfficeOfAllRoles,
    build_office_of_all_roles,
    own_objects,
)
from tests.fixtures.service_calls import CallWorld, call, method_of, service_functions, texts_in

ROOT = Path(__file__).resolve().parents[2]
USERS_OF_SERVICES = ("ui", "reception/console", "reception/bootstrap.py")
PRESENT_ROLES = (
    *(roles.HEAD, roles.OFFICER, roles.CLERK, roles.READER),
    *(roles.CUSTODIAN, roles.IMPORTER, roles.VERIFIER, roles.NOBODY),
)
# What a method answers about an object of somebody else; everything that it may answer is listed.
FOREIGN_ANSWERS = {
    CheckedObject.OWN_DRAFT: {"draft.not_yours", "draft.key_missing"},
    CheckedObject.OWN_REQUEST: {"request.not_yours"},
    CheckedObject.OWN_VISIT: {"papers.not_yours"},
    CheckedObject.OWN_PAPER: {"waiting.unknown"},
    CheckedObject.OWN_PRINT: {"papers.not_yours"},
    CheckedObject.OWN_BACKUP: {"backup.not_made_here"},
}
OPENINGS = tuple(
    act.value
    for act in (Act.REVEALED, Act.PROTECTED_REVEALED, Act.BULK_OPENED, Act.DENOUNCERS_OPENED)
)
# These need a state that is not made here: a mismatch with the roster.
NEEDS_A_STATE = {"RosterConfirmation.mismatch", "RosterConfirmation.confirm"}
# Parameters that name an object; a method without one of them works on one's own objects anyway.
OBJECT_PARAMETERS = {
    *("draft_id", "request_id", "sealed", "print_number", "folder"),
    *("paper_id", "paper_ids"),
}


@pytest.fixture(scope="module")
def made_office(tmp_path_factory: pytest.TempPathFactory) -> OfficeOfAllRoles:
    return build_office_of_all_roles(tmp_path_factory.mktemp("roles"))


@pytest.fixture
def office(made_office: OfficeOfAllRoles, tmp_path: Path) -> OfficeOfAllRoles:
    return made_office.copy(tmp_path / "copy")


def service_classes(holder: type) -> Iterator[type]:
    """Yield the classes of the services that an open office hands out."""
    hints = get_type_hints(holder)
    for item in fields(holder):
        cls = hints[item.name]
        if is_dataclass(cls) and cls is not Session:
            yield from service_classes(cls)
        elif cls is not Session:
            yield cls


def names_used_outside() -> set[str]:
    """Return the names that window, console and bootstrap import from the services."""
    paths = [ROOT / name for name in USERS_OF_SERVICES]
    files = [file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path])]
    return {
        alias.name
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reception.services")
        for alias in node.names
    }


def test_every_public_method_of_a_service_is_declared_and_asks() -> None:
    public = {
        f"{owner.__name__}.{name}"
        for cls in service_classes(Reception)
        for owner in cls.__mro__
        for name, method in vars(owner).items()
        if inspect.isfunction(method) and not name.startswith("_")
    }
    functions = names_used_outside() & service_functions().keys()
    undeclared = sorted((public | functions) - checked_names())
    assert not undeclared, (
        f"{undeclared} can be called by the window and ask for no right: put @rights_checked on "
        "the class or function, and a line for each method into "
        "reception/services/access/service_rights.py"
    )


def test_the_session_itself_lets_the_window_change_settings_only() -> None:
    """What else of a session writes is used by services alone, which ask before."""
    writing = {"act", "remember_settings", "keep_roster", "store_marks", "call"}
    used = [
        f"{file.relative_to(ROOT)}: {ast.unparse(node)}"
        for folder in ("ui", "reception/console")
        for file in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and (
            (node.attr in writing and ast.unparse(node.value).endswith("session"))
            or (node.attr != "path" and ast.unparse(node.value).endswith("session.database"))
        )
    ]
    assert used == []


def test_no_declaration_is_left_over() -> None:
    assert list(service_functions())  # imports every module of the services
    left = sorted(SERVICE_RIGHTS.keys() - checked_names())
    assert not left, f"no public method has these names any more; remove their lines: {left}"


def test_the_table_of_the_security_page_is_up_to_date() -> None:
    page = service_table.PAGE.read_text(encoding="utf-8")
    assert service_table.with_table(page) == page, "run `make rights-table`"


def answer_of(name: str, world: CallWorld) -> tuple[str, tuple[str, ...]]:
    """Return (code of the refusal or "", every text that the method handed out)."""
    try:
        return "", tuple(texts_in(call(name, world)))
    except ReceptionError as error:
        return error.code, tuple(texts_in(dict(error.facts)))
    except AssertionError:
        if name in NEEDS_A_STATE:
            return "", ()
        raise


def world_of(office: OfficeOfAllRoles, reception: Reception, visit_id: int) -> CallWorld:
    foreign = office.foreign
    assert foreign is not None
    folder = office.folder.parent / "elsewhere"
    folder.mkdir(exist_ok=True)
    return CallWorld(reception, foreign, visit_id, folder)


def openings_in_log(reception: Reception) -> int:
    """Return the number of entries about opened identities."""
    marks = ", ".join("?" for _ in OPENINGS)
    statement = f"SELECT count(*) FROM log WHERE act IN ({marks})"  # noqa: S608 - marks only
    row = reception.session.database.one(statement, OPENINGS)
    return int(row[0])


@pytest.mark.parametrize("name", PRESENT_ROLES)
def test_each_method_asks_each_role(office: OfficeOfAllRoles, name: str) -> None:
    """Everybody calls everything on the objects of one officer, who notices nothing."""
    foreign = office.foreign
    reception = office.sign_in(name)
    member = reception.session.member
    wrong: list[str] = []
    read: set[str] = set()
    for visit in (foreign.denunciation, foreign.ordinary):
        world = world_of(office, reception, visit.visit.visit_id)
        for method, access in SERVICE_RIGHTS.items():
            openings = openings_in_log(reception)
            code, texts = answer_of(method, world)
            if (code == "rights.missing") == access.allows(member):
                wrong.append(f"{method}: {code or 'done'}")
            joined = "\n".join(texts)
            is_named = roles.ORDINARY_NAME in joined or roles.DENOUNCER_NAME in joined
            if is_named and openings_in_log(reception) == openings:
                wrong.append(f"{method}: a name without an entry of the log")
            read |= {f"{secret} by {method}" for secret in _secrets(name) if secret in joined}
    assert wrong == []
    assert read == set()
    reception.session.close()
    _assert_untouched(office)


def _secrets(name: str) -> set[str]:
    """Return the words of the other officer that somebody of this role never gets to see."""
    rights = roles.RIGHTS[name]
    secrets = {roles.DRAFT_TEXT, roles.DENOUNCER_NAME}
    if Right.REVEAL not in rights:
        secrets.add(roles.ORDINARY_NAME)
    if Right.READ_DENUNCIATION not in rights:
        secrets.add(roles.DENOUNCED_TEXT)
    if not rights & ORDINARY_READERS:
        secrets.add(roles.ORDINARY_TEXT)
    return secrets


def _assert_untouched(office: OfficeOfAllRoles) -> None:
    """The other officer's draft still opens, and the request has not ended."""
    owner = office.sign_in(roles.OWNER)
    assert [draft.form for draft in owner.drafts.own_drafts()] == [{"summary": roles.DRAFT_TEXT}]
    requests = [item.request_id for item in owner.reveal_requests.own_requests()]
    assert requests == [office.foreign.request_id]
    owner.session.close()


def _takes_object(name: str, world: CallWorld) -> bool:
    parameters = inspect.signature(method_of(name, world)).parameters
    return bool(OBJECT_PARAMETERS & parameters.keys())


@pytest.mark.parametrize("name", [roles.OFFICER, roles.READER, roles.CUSTODIAN])
def test_objects_of_another_person_are_refused(office: OfficeOfAllRoles, name: str) -> None:
    reception = office.sign_in(name)
    world = world_of(office, reception, office.foreign.ordinary.visit.visit_id)
    member = reception.session.member
    wrong = []
    for method, access in SERVICE_RIGHTS.items():
        answers = FOREIGN_ANSWERS.get(access.checked_object)
        if answers and access.allows(member) and _takes_object(method, world):
            code, _ = answer_of(method, world)
            if code not in answers:
                wrong.append(f"{method}: {code or 'done'}")
    assert wrong == []
    reception.session.close()


def test_one_s_own_objects_are_not_refused(office: OfficeOfAllRoles) -> None:
    reception = office.sign_in(roles.CLERK)
    objects = own_objects(reception)
    folder = office.folder.parent / "elsewhere"
    folder.mkdir()
    world = CallWorld(reception, objects, objects.ordinary.visit.visit_id, folder)
    refusals = set().union(*FOREIGN_ANSWERS.values()) - {
        "backup.not_made_here",
        "draft.key_missing",
    }
    wrong = []
    # Saving and ending come last, so that each method still finds its object.
    ending = ("save", "delete", "forget_key", "seal_visit", "withdraw")
    names = sorted(SERVICE_RIGHTS, key=lambda item: item.rpartition(".")[2] in ending)
    for method in names:
        code, _ = answer_of(method, world)
        if code in refusals and method != "log_discarded_paper":
            wrong.append(f"{method}: {code}")
    assert wrong == []
    reception.session.close()


@pytest.mark.parametrize("name", [roles.SUSPENDED, roles.DEPARTED])
def test_a_running_session_is_shut_out(office: OfficeOfAllRoles, name: str) -> None:
    reception = office.sign_in(name)
    head = office.sign_in(roles.HEAD)
    user_id = office.user_id(name)
    end = head.staff.accounts.suspend if name == roles.SUSPENDED else head.staff.offboarding.begin
    end(user_id)
    head.session.close()
    world = world_of(office, reception, office.foreign.ordinary.visit.visit_id)
    done = [
        method
        for method, access in SERVICE_RIGHTS.items()
        if access.reads_register and answer_of(method, world)[0] != "unlock.shut_out"
    ]
    assert done == []
    reception.session.database.close()


def test_a_right_withdrawn_during_a_call_counts(office: OfficeOfAllRoles) -> None:
    """Asked before the slow hashes, and once more in the transaction that writes."""
    reception = office.sign_in(roles.OFFICER)
    head = office.sign_in(roles.HEAD)
    member = head.session.people[office.user_id(roles.OFFICER)]
    visits_before = len(head.register.today())
    prepare = reception.intake._blind_indexer.make

    def withdraw_meanwhile(identity: object) -> object:
        head.staff.rights.change(member.user_id, member.rights - {Right.RECEIVE}, member.rights)
        return prepare(identity)

    reception.intake._blind_indexer.make = withdraw_meanwhile
    with pytest.raises(NotAllowed, match=r"rights\.missing"):
        reception.intake.seal_visit(office.foreign.form)
    assert len(head.register.today()) == visits_before
    for session in (reception.session, head.session):
        session.close()
