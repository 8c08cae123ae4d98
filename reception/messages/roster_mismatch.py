"""Sentences about each row that differs from the roster, for the head who confirms it."""

from __future__ import annotations

from typing import NamedTuple

from reception.domain.roster import RowChange, RowRepair
from reception.domain.roster_mismatch import (
    DifferingRow,
    PersonNow,
    RosterMismatchView,
    RowStanding,
)
from reception.domain.staff import Right
from reception.messages.catalogue import sentence

_RIGHTS_IN_ORDER = tuple(Right)
_HOLDERS_WITHOUT_NAME = ("recovery", "pending")  # of a vault's key, see DifferingRow.person


class RowTexts(NamedTuple):
    """One line of the table: what it is about, how it is now, what was signed, what is done."""

    subject: str
    now: str
    stated: str
    repair: str


def what_happened(view: RosterMismatchView, language: str = "") -> str:
    """Return one sentence about the cause of the mismatch."""
    return sentence(
        view.mismatch.code.replace("roster.", "mismatch."),
        language,
        count=len(view.rows),
        number=view.compared_number,
        found=view.mismatch.found,
        known=view.mismatch.known,
    )


def row_texts(row: DifferingRow, language: str = "") -> RowTexts:
    """Return the texts about a differing row."""
    is_member = row.table == "member"
    repair_code = f"mismatch.repair.{row.repair}"
    if row.repair in (RowRepair.LOST, RowRepair.TAKEN_BACK) and row.table != "office":
        repair_code += f".{row.table}"
    return RowTexts(
        _subject(row, language),
        _member_now(row, language) if is_member else sentence(f"mismatch.{row.change}", language),
        _member_stated(row, language) if is_member else _row_stated(row, language),
        sentence(repair_code, language),
    )


def rights_text(rights: frozenset[Right], language: str = "") -> str:
    """Return the names of rights, separated by commas."""
    names = [sentence(f"right.{right}", language) for right in _RIGHTS_IN_ORDER if right in rights]
    text = ", ".join(name[:1].lower() + name[1:] for name in names)
    return text[:1].upper() + text[1:] if names else sentence("mismatch.no_rights", language)


def person_texts(person: PersonNow, language: str = "") -> tuple[str, str, str]:
    """Return name, rights, and the vaults of which the person has the newest key."""
    vaults = [sentence(f"mismatch.vault.{vault}", language) for vault in person.vaults]
    name = f"{person.name}, {person.title}"
    standing = RowStanding(person.rights, person.is_active)
    return name, _standing_text(standing, language), ", ".join(vaults) or "-"


def _subject(row: DifferingRow, language: str) -> str:
    if row.table == "member":
        return row.person
    if row.table == "office":
        key = row.office_key.partition(":")[0]
        return sentence(f"mismatch.office.{key}", language, person=row.person)
    facts = {
        "vault": _vault_name(row.vault, language),
        "number": row.generation,
        "person": row.person,
    }
    if row.table == "vault":
        return sentence("mismatch.key", language, **facts)
    if row.person in _HOLDERS_WITHOUT_NAME:
        facts["person"] = sentence(f"mismatch.holder.{row.person}", language)
    return sentence("mismatch.grant", language, **facts)


def _vault_name(vault: str, language: str) -> str:
    is_known = vault in ("desk", "protected")
    return sentence(f"mismatch.vault.{vault}", language) if is_known else vault


def _member_now(row: DifferingRow, language: str) -> str:
    if row.now is None:
        return sentence(f"mismatch.{RowChange.MISSING}", language)
    text = _standing_text(row.now, language)
    return text if row.is_signed else sentence("mismatch.unsigned", language, text=text)


def _member_stated(row: DifferingRow, language: str) -> str:
    if row.stated is None:
        return sentence("mismatch.unknown_person", language)
    return _standing_text(row.stated, language)


def _row_stated(row: DifferingRow, language: str) -> str:
    return sentence(f"mismatch.stated.{row.change}", language)


def _standing_text(standing: RowStanding, language: str) -> str:
    if not standing.is_active:
        return sentence("mismatch.inactive", language)
    return rights_text(standing.rights, language)


SENTENCES: dict[str, tuple[str, str]] = {
    "mismatch.rows_differ": (
        "Người dùng, quyền hoặc khoá trong sổ không khớp danh sách số {number} bạn đã ký: {count} "
        "dòng khác.",
        "People, rights or keys in the register differ from roster {number}, which you signed: "
        "{count} rows.",
    ),
    "mismatch.lower": (
        "Sổ này cũ hơn lần cuối đã thấy: danh sách trong sổ số {found}, đã từng có số {known}. Có "
        "người đã đặt lại tệp cũ.",
        "This register is older than what was seen last: its roster has the number {found}, number "
        "{known} existed. Somebody put old files back.",
    ),
    "mismatch.fork": (
        "Danh sách số {known} trong sổ không phải bản đã thấy lần trước: có hai sổ đi tiếp từ cùng "
        "một bản sao.",
        "Roster {known} of this register is not the one seen before: two registers were continued "
        "from one copy.",
    ),
    "mismatch.forged": (
        "Danh sách trong sổ không có chữ ký đúng của bạn: có người đã sửa.",
        "The roster in the register has no valid signature of yours: somebody changed it.",
    ),
    "mismatch.look_at_people": (
        "Không còn bản danh sách mới nhất để so. Xem kỹ từng người trong sổ lúc này: ký xong, ai "
        "có quyền không đúng thì bỏ quyền ngay.",
        "The newest roster is lost, nothing can be compared with it. Look at each person in the "
        "register now: after signing, take away at once what is not right.",
    ),
    "mismatch.ends_recovery": (
        "Tờ khôi phục hết hiệu lực khi ký; máy sẽ nhắc lập ba tờ mới.",
        "The recovery sheets become invalid by signing; the program will ask for three new ones.",
    ),
    "mismatch.before_signing": (
        "Trước khi ký: hỏi ai đã dùng máy hay chép tệp sổ. So với báo cáo giấy gần nhất: số danh "
        "sách, và dấu khoá {fingerprint}. Chưa rõ thì khoá lại.",
        "Before you sign: ask who used the machine or copied files. Compare with the last report "
        "on paper: the roster's number, and the fingerprint {fingerprint}. If in doubt, lock.",
    ),
    "mismatch.added": ("Có thêm", "Was added"),
    "mismatch.changed": ("Đã bị sửa", "Was changed"),
    "mismatch.missing": ("Đã bị xoá", "Was deleted"),
    "mismatch.unsigned": ("{text} (không có chữ ký của bạn)", "{text} (without your signature)"),
    "mismatch.no_rights": ("Không có quyền nào", "No rights"),
    "mismatch.inactive": ("Tạm ngừng", "Suspended"),
    "mismatch.unknown_person": ("Không có người này", "No such person"),
    "mismatch.stated.added": ("Không có", "None"),
    "mismatch.stated.changed": ("Có, bản khác", "Yes, another one"),
    "mismatch.stated.missing": ("Có", "Yes"),
    "mismatch.key": ("Khoá {vault} số {number}", "Key {number}: {vault}"),
    "mismatch.grant": (
        "{person}: bản khoá {vault} số {number}",
        "{person}: copy of key {number}, {vault}",
    ),
    "mismatch.vault.desk": ("danh tính người thường", "identities of ordinary reporters"),
    "mismatch.vault.protected": ("danh tính người tố cáo", "identities of denouncers"),
    "mismatch.holder.recovery": ("Tờ khôi phục", "Recovery sheets"),
    "mismatch.holder.pending": ("Giữ cho tờ khôi phục", "Kept for recovery sheets"),
    "mismatch.office.recovery_keys": ("Tờ khôi phục", "Recovery sheets"),
    "mismatch.office.renew": (
        "Việc đổi khoá danh tính người tố cáo",
        "Pending new key of denouncers' identities",
    ),
    "mismatch.office.leaving": ("Việc cho {person} nghỉ", "Offboarding of {person}"),
    "mismatch.office.root_after": ("Chuyển khoá ký của Trưởng ban", "Succession of the head's key"),
    "mismatch.repair.put_right": ("Trả lại đúng như đã ký", "Made again as signed"),
    "mismatch.repair.taken_back": ("Bỏ đi", "Taken away"),
    "mismatch.repair.taken_back.member": (
        "Bỏ đi: không vào được sổ bằng dòng này",
        "Taken away: nobody enters by this row",
    ),
    "mismatch.repair.taken_back.vault_grant": ("Bỏ đi, làm khoá mới", "Taken away, a new key made"),
    "mismatch.repair.taken_back.vault": ("Bỏ đi, làm khoá mới", "Taken away, a new key made"),
    "mismatch.repair.new_key": (
        "Làm khoá mới; khoá này chỉ còn mở hồ sơ cũ",
        "A new key is made; this one opens older records only",
    ),
    "mismatch.repair.lost": ("Không làm lại được", "Cannot be made again"),
    "mismatch.repair.lost.member": (
        "Không làm lại được: người này ở ngoài, phải lập tài khoản mới",
        "Cannot be made again: this person stays out and needs a new account",
    ),
    "mismatch.repair.lost.vault_grant": (
        "Không làm lại được; ai có quyền thì nhận khoá mới",
        "Cannot be made again; who has the right gets the new key",
    ),
    "mismatch.repair.ended": ("Hết hiệu lực, phải lập tờ mới", "Invalid, new ones must be made"),
    "mismatch.repair.done_again": ("Làm lại từ đầu", "Begins again"),
    "mismatch.repair.kept": ("Giữ: danh sách cho phép", "Kept: the roster entitles to it"),
    "console.roster_same": (
        "Sổ khớp danh sách người dùng số {number}.",
        "The register matches roster {number}.",
    ),
    "console.roster_row": (
        "- {subject}. Trong sổ: {now}. Bạn đã ký: {stated}. Khi ký: {repair}.",
        "- {subject}. In the register: {now}. Signed: {stated}. On signing: {repair}.",
    ),
    "console.roster_ask": (
        "Đã xem từng dòng thì gõ {number} rồi Enter để ký; Enter để thôi:",
        "If you have looked at each row, type {number} and Enter to sign; Enter alone to stop:",
    ),
    "console.roster_signed": (
        "Đã ký danh sách người dùng số {number}. Mọi người mở sổ lại được.",
        "Roster {number} is signed. Everybody can open the register again.",
    ),
    "console.roster_not_signed": (
        "Chưa ký, chưa ghi gì. Đã xem từng dòng thì chạy lại với --sign.",
        "Not signed, nothing was written. If you have looked at each row, run again with --sign.",
    ),
}
