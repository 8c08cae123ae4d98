"""Writes the table of ``docs/security.md`` that says which role may call which service."""

from __future__ import annotations

import sys
from pathlib import Path

from reception.domain.service_access import ServiceAccess
from reception.domain.staff import DEFAULT_RIGHTS, Right, Role
from reception.services.access.service_rights import SERVICE_RIGHTS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "security.md"
_BEGIN = "<!-- Made by `make rights-table`; do not edit by hand. -->"
_END = "<!-- End of the table made by `make rights-table`. -->"
# The rights that a role has at first; then of people who have one right alone, and of one without.
_ROLES = {
    "head": DEFAULT_RIGHTS[Role.HEAD],
    "officer": DEFAULT_RIGHTS[Role.OFFICER],
    "clerk": DEFAULT_RIGHTS[Role.CLERK],
    "reader": frozenset({Right.READ_DENUNCIATION}),
    "custodian": frozenset({Right.CUSTODY}),
    "importer": frozenset({Right.IMPORT}),
    "no right": frozenset[Right](),
}


def main() -> int:
    """Write the table into the page; with ``check`` only tell whether it is up to date."""
    page = PAGE.read_text(encoding="utf-8")
    wanted = with_table(page)
    if "check" not in sys.argv[1:]:
        PAGE.write_text(wanted, encoding="utf-8")
    elif page != wanted:
        sys.stdout.write("docs/security.md: table of rights out of date, run `make rights-table`\n")
        return 1
    return 0


def with_table(page: str) -> str:
    """Return the page with the present table between its two comments."""
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}\n{_table()}\n{_END}{after}"


def _table() -> str:
    lines = [
        f"| Service | Needs | Checks the object | {' | '.join(_ROLES)} |",
        f"|---|---|---|{'---|' * len(_ROLES)}",
    ]
    rows: dict[tuple[str, ServiceAccess], list[str]] = {}
    for name, access in SERVICE_RIGHTS.items():
        service, _, method = name.rpartition(".")
        rows.setdefault((service, access), []).append(method)
    lines += [_row(service, methods, access) for (service, access), methods in rows.items()]
    return "\n".join(lines)


def _row(service: str, methods: list[str], access: ServiceAccess) -> str:
    names = ", ".join(f"`{method}`" for method in methods)
    cells = [
        f"{service}: {names}" if service else names,
        "; ".join(part for part in (_needs(access), access.note) if part),
        access.checked_object.value,
        *("yes" if _suffice(access, rights) else "" for rights in _ROLES.values()),
    ]
    return f"| {' | '.join(cells)} |"


def _needs(access: ServiceAccess) -> str:
    if not access.alternatives:
        return "everybody signed in"
    if {right for needed in access.alternatives for right in needed} == set(Right):
        return "any right"
    return " or ".join(
        " and ".join(f"`{right}`" for right in Right if right in needed)
        for needed in access.alternatives
    )


def _suffice(access: ServiceAccess, rights: frozenset[Right]) -> bool:
    return not access.alternatives or any(needed <= rights for needed in access.alternatives)


if __name__ == "__main__":
    raise SystemExit(main())
