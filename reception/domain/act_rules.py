"""What a log entry of each act may write: the one table that ``verify`` and every opening use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reception.domain.act_rule import (
    DELETE,
    INSERT,
    REPLACE,
    WRITE,
    ActRule,
    Operations,
    RequestActor,
    SubjectKind,
    VisitScope,
    one_of,
)
from reception.domain.audit import Act
from reception.domain.staff import Right
from reception.domain.visit_act_rules import VISIT_ACT_RULES

_MANAGE = one_of(Right.MANAGE)
_KEYRING: Mapping[str, Operations] = {"office/keyring_counter": REPLACE}
_SETTINGS: Mapping[str, Operations] = {"office/settings": REPLACE}
_GRANTS: Mapping[str, Operations] = {"vault_grant": WRITE}
# A rotation writes a vault's next generation and moves the boxes of the one before.
_ROTATION: Mapping[str, Operations] = {
    "vault": INSERT,
    "vault_grant": WRITE | DELETE,
    "sealed_box": INSERT | DELETE,
}
_ENDED_REQUESTS: Mapping[str, Operations] = {"reveal_request": REPLACE}
# What somebody who leaves or loses a right was given to read, or had given to others.
_ENDED_READING: Mapping[str, Operations] = {"visit_reader": DELETE}
# Series of pseudonyms that an earlier version wrote without an entry, at the first roster.
_EARLIER_SERIES: Mapping[str, Operations] = {"code_last": INSERT}


def _on_member(writes: Mapping[str, Operations], member: Operations = REPLACE) -> ActRule:
    """Return the rule of an act of the head on one member's account."""
    return ActRule(
        subject=SubjectKind.MEMBER,
        rights=_MANAGE,
        writes={"member": member, **writes},
        required=(("member", member),),
        visits=VisitScope.ALL,
        request_actor=RequestActor.LISTED,
    )


# Rows of members, vaults and grants, and recovery's keys, are also signed by the office root:
# acts that need the root's seed need no right of their actor.
OFFICE_ACT_RULES: dict[Act, ActRule] = {
    Act.OFFICE_CREATED: ActRule(
        writes={
            **dict.fromkeys(("member", "vault", "vault_grant"), INSERT),
            **dict.fromkeys(("office/settings", "office/keyring_counter"), INSERT),
            **dict.fromkeys(("office/pepper", "office/recovery_keys"), INSERT),
        },
        only_first=True,
    ),
    # The first unlock of a day deletes the hours of all visits of earlier days.
    Act.OPENED: ActRule(
        subject=SubjectKind.ACTOR,
        writes={**_KEYRING, "visit_hour": DELETE},
        visits=VisitScope.ALL,
    ),
    Act.LOCKED: ActRule(
        subject=SubjectKind.ACTOR,
        # What became of the sheets of the session; of each one dropped, an event of its visit.
        writes={"requested_paper": REPLACE, "visit_event": INSERT},
        visits=VisitScope.ALL,
    ),
    Act.ATTEMPTS_FAILED: ActRule(subject=SubjectKind.MEMBER),
    Act.APPROVAL_FAILED: ActRule(subject=SubjectKind.MEMBER),
    Act.KEYRING_NEWER: ActRule(),
    Act.MIGRATED: ActRule(),
    Act.READERS_CONFIRMED: ActRule(rights=_MANAGE),
    Act.ROSTER_STARTED: ActRule(
        rights=_MANAGE,
        writes={"roster": INSERT, **_EARLIER_SERIES},
        required=(("roster", INSERT),),
    ),
    Act.ROSTER_CONFIRMED: ActRule(
        rights=_MANAGE,
        writes={
            **_KEYRING,
            **_ENDED_REQUESTS,
            **_EARLIER_SERIES,
            **dict.fromkeys(("member", "vault", "vault_grant"), WRITE | DELETE),
            "sealed_box": INSERT | DELETE,
            "roster": INSERT | DELETE,
            "office/recovery_keys": DELETE,
            "office/root_after:": WRITE | DELETE,
            **dict.fromkeys(("office/renew:", "office/leaving:"), WRITE | DELETE),
        },
        required=(("roster", INSERT),),
        visits=VisitScope.ALL,
        request_actor=RequestActor.LISTED,
    ),
    Act.CLOCK_CONFIRMED: ActRule(subject=SubjectKind.ACTOR),
    Act.PASSWORD_CHANGED: ActRule(subject=SubjectKind.ACTOR, writes=_KEYRING),
    Act.ROOT_ACCEPTED: ActRule(subject=SubjectKind.ACTOR, writes=_KEYRING),
    Act.RECOVERY_SHEETS_MADE: ActRule(
        rights=_MANAGE,
        writes={**_KEYRING, "vault_grant": WRITE | DELETE, "office/recovery_keys": WRITE},
        required=(("office/recovery_keys", WRITE),),
    ),
    Act.RECOVERED: ActRule(
        subject=SubjectKind.ACTOR,
        rights=_MANAGE,
        writes={
            **_KEYRING,
            **_ROTATION,
            **_EARLIER_SERIES,
            "member": WRITE,
            "vault": WRITE,
            "office/recovery_keys": REPLACE | DELETE,
            "office/recovered_at": WRITE,
            "office/root_after:": INSERT,
        },
        required=(("office/root_after:", INSERT), ("member", INSERT)),
        visits=VisitScope.ALL,
    ),
    Act.NUMBER_SET: ActRule(
        rights=_MANAGE,
        writes={"office/first_number/": WRITE},
        required=(("office/first_number/", WRITE),),
    ),
    Act.SETTINGS_CHANGED: ActRule(rights=_MANAGE, writes=_SETTINGS),
    Act.CALENDAR_CHANGED: ActRule(
        rights=_MANAGE,
        writes={**_SETTINGS, "visit": REPLACE, "deadline": REPLACE},
        required=(("office/settings", REPLACE),),
        visits=VisitScope.ALL,
    ),
    Act.ACCOUNT_ADDED: _on_member(_KEYRING, INSERT),
    Act.ACCOUNT_SUSPENDED: _on_member({**_KEYRING, **_ENDED_READING}),
    Act.ACCOUNT_REINSTATED: _on_member({**_KEYRING, **_GRANTS}),
    Act.PASSWORD_SET: _on_member(
        {**_KEYRING, **_ENDED_REQUESTS, "vault_grant": WRITE | DELETE}, INSERT
    ),
    Act.RIGHTS_CHANGED: _on_member({**_ROTATION, **_ENDED_REQUESTS, **_ENDED_READING}),
    Act.ACCOUNT_OFFBOARDED: ActRule(
        subject=SubjectKind.MEMBER,
        rights=_MANAGE,
        writes={
            **_ENDED_REQUESTS,
            **_ENDED_READING,
            "member": REPLACE,
            "vault_grant": DELETE,
            "office/leaving:": WRITE | DELETE,
            "office/renew:": WRITE,
        },
        required=(("office/leaving:", WRITE | DELETE),),
        visits=VisitScope.ALL,
        request_actor=RequestActor.LISTED,
    ),
    Act.CUSTODY_GRANTED: ActRule(
        subject=SubjectKind.MEMBER,
        rights=one_of(Right.CUSTODY, Right.MANAGE),
        writes={"member": REPLACE, "vault_grant": WRITE | DELETE},
        required=(("member", REPLACE), ("vault_grant", WRITE)),
    ),
    Act.CUSTODY_REVOKED: ActRule(
        subject=SubjectKind.MEMBER,
        writes={**_ROTATION, "member": REPLACE, "office/renew:": WRITE},
        required=(("member", REPLACE),),
        visits=VisitScope.ALL,
    ),
    Act.CUSTODY_KEY_HANDED_OVER: ActRule(
        rights=one_of(Right.CUSTODY, Right.MANAGE), writes=_GRANTS
    ),
    Act.VAULT_ROTATED: ActRule(
        rights=one_of(Right.CUSTODY, Right.MANAGE),
        writes={**_ROTATION, **_ENDED_REQUESTS, "office/leaving:": REPLACE | DELETE},
        required=(("vault", INSERT), ("vault_grant", WRITE)),
        visits=VisitScope.ALL,
        request_actor=RequestActor.LISTED,
    ),
    Act.DATABASE_KEY_ROTATED: ActRule(
        subject=SubjectKind.MEMBER,
        rights=_MANAGE,
        writes={**_KEYRING, "office/leaving:": REPLACE | DELETE},
        required=(("office/keyring_counter", REPLACE),),
    ),
    Act.BACKUPS_DESTROYED: ActRule(rights=_MANAGE),
    Act.VERIFIED: ActRule(rights=one_of(Right.VERIFY)),
    Act.BACKED_UP: ActRule(),
    Act.BACKUP_TRIED: ActRule(),
    # What the roster covers is taken over from the present office.
    Act.RESTORED: ActRule(
        rights=_MANAGE,
        writes={
            **_KEYRING,
            **_EARLIER_SERIES,
            **dict.fromkeys(("vault", "roster"), INSERT),
            "member": WRITE,
            "vault_grant": WRITE | DELETE,
            **dict.fromkeys(("office/recovery_keys", "office/root_after:"), WRITE | DELETE),
            **dict.fromkeys(("office/renew:", "office/leaving:"), WRITE | DELETE),
            "office/restored": WRITE,
        },
        required=(("office/restored", WRITE),),
    ),
    Act.MACHINE_CHECKED: ActRule(),
}

# What the roster covers: an act that writes one of these has the root sign the next roster.
_COVERED = frozenset(
    {
        *("member", "vault", "vault_grant"),
        *("office/recovery_keys", "office/root_after:", "office/renew:", "office/leaving:"),
    }
)


def _with_roster(rule: ActRule) -> ActRule:
    if not _COVERED & rule.writes.keys() or "roster" in rule.writes:
        return rule
    return replace(rule, writes={**rule.writes, "roster": INSERT})


ACT_RULES: Mapping[str, ActRule] = {
    act.value: _with_roster(rule)
    for act, rule in (*OFFICE_ACT_RULES.items(), *VISIT_ACT_RULES.items())
}
