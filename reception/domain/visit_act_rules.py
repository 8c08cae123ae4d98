"""What log entries about visits, identities and papers may write."""

from __future__ import annotations

from collections.abc import Mapping

from reception.domain.act_rule import (
    COPY_NUMBER_GROUP,
    DELETE,
    IDENTITY_GROUP,
    INSERT,
    REPLACE,
    SCAN_GROUP,
    TEXTS_GROUP,
    WRITE,
    ActRule,
    Operations,
    RequestActor,
    SubjectKind,
    VisitScope,
    all_of,
    one_of,
)
from reception.domain.audit import Act
from reception.domain.staff import Right

# A correction, a reclassification and a second answer remove a text: every row of the visit is
# digested anew under a new salt.
_ROWS_OF_VISIT: Mapping[str, Operations] = dict.fromkeys(
    (
        *("visit", "petition", "deadline", "paper", "attachment", "blind_tag", "receipt"),
        *("return_code", "keyed_return_code"),
        *("visit_event", "old_text", "late_entry", "answer"),
    ),
    REPLACE,
)
_NEW_SEAL: Mapping[str, Operations] = {"sealed_value": INSERT, "sealed_box": INSERT}
_SERIES: Mapping[str, Operations] = {"code_last": WRITE}
_NEW_VISIT: Mapping[str, Operations] = {
    **_NEW_SEAL,
    **_SERIES,
    "visit": INSERT,
    "petition": INSERT,
}
_NEW_EVENT: Mapping[str, Operations] = {"visit_event": INSERT}
# Codes of papers are made and cancelled by number of the paper (older ones) or by key.
_NEW_CODES: Mapping[str, Operations] = {"return_code": INSERT, "keyed_return_code": INSERT}
_ENDED_CODES: Mapping[str, Operations] = {"return_code": REPLACE, "keyed_return_code": REPLACE}
# A citizen's copy made again: new number and code, the old ones end. Codes by number of the paper
# were made by earlier versions.
_COPY_MADE_AGAIN: Mapping[str, Operations] = {
    **_NEW_SEAL,
    "return_code": WRITE,
    "keyed_return_code": WRITE,
    "requested_paper": WRITE,
}
# An act that closes a visit, or makes it another one, ends the reading that was handed on.
_ENDED_READING: Mapping[str, Operations] = {"visit_reader": DELETE}
_BULK = (*all_of(Right.REPORT, Right.REVEAL), *one_of(Right.CUSTODY))
_NEW_REQUEST: Mapping[str, Operations] = {"reveal_request": INSERT}
_REQUEST: Mapping[str, Operations] = {"reveal_request": REPLACE}


def _asked(*, protected: bool) -> ActRule:
    return ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.RECEIVE) if protected else (),
        writes=_NEW_REQUEST,
        required=tuple(_NEW_REQUEST.items()),
        request_actor=RequestActor.ASKER,
        protected=protected,
    )


def _decided(*, protected: bool) -> ActRule:
    return ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.CUSTODY) if protected else all_of(Right.MANAGE, Right.REVEAL),
        writes=_REQUEST,
        required=tuple(_REQUEST.items()),
        request_actor=RequestActor.SOMEBODY_ELSE,
        protected=protected,
    )


def _revealed(*, protected: bool) -> ActRule:
    return ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.CUSTODY if protected else Right.REVEAL),
        writes=_REQUEST if protected else {**_REQUEST, **_COPY_MADE_AGAIN},
        request_actor=RequestActor.ASKER,
        sealed_groups=() if protected else (COPY_NUMBER_GROUP,),
        right_given_by="reveal_request",
        protected=protected,
    )


VISIT_ACT_RULES: dict[Act, ActRule] = {
    Act.VISIT_SEALED: ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.RECEIVE),
        writes={
            **_NEW_VISIT,
            **dict.fromkeys(("deadline", "paper", "attachment", "blind_tag"), INSERT),
            **dict.fromkeys(("receipt", "late_entry", "visit_event"), INSERT),
            **_NEW_CODES,
            "visit_hour": INSERT,
            "requested_paper": INSERT,
        },
        required=(("visit", INSERT), ("petition", INSERT), ("sealed_value", INSERT)),
        sealed_groups=(IDENTITY_GROUP, SCAN_GROUP, COPY_NUMBER_GROUP),
    ),
    Act.VISIT_CORRECTED: ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.RECEIVE),
        writes={
            **_ROWS_OF_VISIT,
            **_NEW_SEAL,
            "visit_event": WRITE,
            "old_text": WRITE,
            "blind_tag": WRITE | DELETE,
        },
        required=(("visit_event", INSERT),),
        sealed_groups=(IDENTITY_GROUP, TEXTS_GROUP),
    ),
    Act.VISIT_VOIDED: ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.RECEIVE),
        writes={
            **dict.fromkeys(("visit", "deadline"), REPLACE),
            **_ENDED_CODES,
            **_NEW_EVENT,
            **_ENDED_READING,
        },
        required=(("visit", REPLACE), ("visit_event", INSERT)),
    ),
    Act.VOID_CONFIRMED: ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.MANAGE),
        writes=_NEW_EVENT,
        required=(("visit_event", INSERT),),
    ),
    Act.VISIT_ANSWERED: ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.RECEIVE),
        writes={
            **_ROWS_OF_VISIT,
            "answer": WRITE,
            "visit_event": WRITE,
            **_ENDED_READING,
        },
        required=(("answer", WRITE), ("visit", REPLACE), ("visit_event", INSERT)),
    ),
    Act.VISIT_RECLASSIFIED: ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.RECEIVE),
        writes={
            **_ROWS_OF_VISIT,
            **_SERIES,
            "visit_event": WRITE,
            "old_text": WRITE,
            "deadline": WRITE,
            "blind_tag": REPLACE | DELETE,
            "sealed_value": INSERT,
            "sealed_box": WRITE | DELETE,
            "reveal_request": REPLACE,
            "visit_hour": DELETE,
            **_ENDED_READING,
            "requested_paper": REPLACE,
        },
        required=(("visit", REPLACE), ("petition", REPLACE), ("visit_event", INSERT)),
        sealed_groups=(SCAN_GROUP, TEXTS_GROUP),
    ),
    Act.VISIT_HANDED_ON: ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.READ_DENUNCIATION),
        writes={"visit_reader": WRITE},
        required=(("visit_reader", WRITE),),
    ),
    Act.HAND_OVER_ENDED: ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.READ_DENUNCIATION, Right.MANAGE),
        writes=_ENDED_READING,
        required=(("visit_reader", DELETE),),
    ),
    Act.TEXTS_CHECKED: ActRule(
        rights=one_of(Right.CUSTODY, Right.REVEAL),
        writes={"visit_event": REPLACE},
        visits=VisitScope.MARKED,
    ),
    Act.IMPORTED: ActRule(
        rights=one_of(Right.IMPORT),
        writes={**_NEW_VISIT, "import_file": INSERT},
        required=(("import_file", INSERT),),
        visits=VisitScope.INSERTED,
        sealed_groups=(IDENTITY_GROUP,),
    ),
    Act.BLIND_INDEX_MADE: ActRule(writes={"blind_tag": WRITE}, visits=VisitScope.OWN_IMPORTS),
    Act.LOOKED_UP: ActRule(rights=one_of(Right.RECEIVE)),
    Act.REVEAL_STOPPED: ActRule(subject=SubjectKind.VISIT),
    Act.REVEAL_EXPIRED: ActRule(
        writes=_REQUEST,
        required=tuple(_REQUEST.items()),
        visits=VisitScope.ALL,
        request_actor=RequestActor.LISTED,
    ),
    Act.REVEAL_WITHDRAWN: ActRule(
        subject=SubjectKind.VISIT,
        writes=_REQUEST,
        required=tuple(_REQUEST.items()),
        request_actor=RequestActor.ASKER,
    ),
    Act.REVEAL_ASKED: _asked(protected=False),
    Act.REVEAL_GRANTED: _decided(protected=False),
    Act.REVEAL_REFUSED: _decided(protected=False),
    Act.REVEALED: _revealed(protected=False),
    Act.PROTECTED_REVEAL_ASKED: _asked(protected=True),
    Act.PROTECTED_REVEAL_GRANTED: _decided(protected=True),
    Act.PROTECTED_REVEAL_REFUSED: _decided(protected=True),
    Act.PROTECTED_REVEALED: _revealed(protected=True),
    Act.OPENING_NOTED: ActRule(subject=SubjectKind.VISIT, rights=one_of(Right.MANAGE)),
    Act.EXPIRED_REQUEST_SEEN: ActRule(subject=SubjectKind.VISIT, rights=one_of(Right.CUSTODY)),
    Act.CUSTODIAN_PASSWORD_FAILED: ActRule(subject=SubjectKind.ACTOR, rights=one_of(Right.CUSTODY)),
    Act.COPY_MADE_AGAIN: ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.RECEIVE, Right.CUSTODY),
        writes=_COPY_MADE_AGAIN,
        required=(("keyed_return_code", INSERT), ("sealed_value", INSERT)),
        sealed_groups=(COPY_NUMBER_GROUP,),
    ),
    Act.BULK_OPENED: ActRule(rights=all_of(Right.REPORT, Right.REVEAL), needs_approval=True),
    Act.DENOUNCERS_OPENED: ActRule(rights=one_of(Right.CUSTODY), needs_approval=True),
    Act.COPY_TRACED: ActRule(rights=one_of(Right.CUSTODY), needs_approval=True),
    Act.BULK_STOPPED: ActRule(rights=_BULK),
    Act.BULK_MADE: ActRule(rights=_BULK),
    Act.PRINTED: ActRule(writes={"print": INSERT}, required=(("print", INSERT),)),
    Act.PAPERS_PRINTED: ActRule(
        rights=one_of(Right.RECEIVE, Right.CUSTODY, Right.MANAGE),
        writes={"requested_paper": REPLACE},
        required=(("requested_paper", REPLACE),),
        visits=VisitScope.ALL,
    ),
    Act.PAPER_DROPPED: ActRule(
        subject=SubjectKind.VISIT,
        rights=one_of(Right.RECEIVE, Right.CUSTODY, Right.MANAGE),
        writes={"requested_paper": REPLACE, **_NEW_EVENT},
        required=(("requested_paper", REPLACE), ("visit_event", INSERT)),
    ),
    Act.EXPORTED: ActRule(),
    Act.REPORT_MADE: ActRule(rights=one_of(Right.REPORT)),
    Act.REPORT_PRINTED: ActRule(rights=one_of(Right.REPORT)),
}
