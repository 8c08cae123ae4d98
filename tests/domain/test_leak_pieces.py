"""The guard in pieces finds what it finds in the whole text, however the text came about."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception.domain.leak_guard import LeakGuard
from reception.domain.leak_pieces import PieceReader
from reception.domain.reporter import Address, Identity, IdentityPaper, PaperKind
from tests.fixtures.leak_texts.halves import Half
from tests.fixtures.leak_texts.samples import Sample, generate

IDENTITY = Identity(
    name="Lò Thị Đào",
    paper=IdentityPaper(PaperKind.NUMBER, "012168000123"),
    address=Address("bản Nà Sẳng", "số 12 đường Hoàng Văn Thụ", "Xã Bình Lư", "Lai Châu"),
    phone="0987654321",
)
WORDS = (
    "Lò",
    "Thị",
    "Đào",
    "bà",
    "Lò Thị Đào",
    "bà Đào",
    "xã Bình Lư",
    "0987 654 321",
    "012168000123",
    "bản Nà Sẳng",
    "đất",
    "không có tranh chấp.",
    "\n",
    "; ",
    ". ",
    "Đề nghị cơ quan có thẩm quyền xem xét, giải quyết. " * 6,
    "chữ" * 30,
)


def long_text(sample: Sample, others: list[Sample], draw: Random) -> str:
    """Return the sample's text in the middle of clean ones."""
    around = [other.text for other in draw.sample(others, 8)]
    return "\n".join([*around[:4], sample.text, *around[4:]])


@pytest.mark.parametrize("half", Half)
def test_pieces_of_long_texts_hold_every_hit_of_the_whole(half):
    samples = list(islice(generate(half, 400), 240))
    clean = [sample for sample in samples if not sample.must_find]
    draw = Random(4)  # noqa: S311 - the same texts each time
    for sample in samples:
        guard, text = LeakGuard(sample.identity), long_text(sample, clean, draw)
        assert PieceReader(guard).find(text) == guard.find(text), sample.habit


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=40),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(WORDS)),
        max_size=12,
    ),
)
def test_a_reader_that_saw_every_edit_finds_the_same(words, edits):
    guard = LeakGuard(IDENTITY)
    reader, text = PieceReader(guard), " ".join(words)
    for place, removed, added in [(0.0, 0, ""), *edits]:
        start = round(place * len(text))
        text = text[:start] + added + text[start + removed :]
        assert reader.find(text) == guard.find(text)
        reader.forget_unused()


def test_one_letter_in_a_long_text_has_few_pieces_read_again():
    text = "".join(f"Câu số {n} nói về đất ở xã Bình Lư, đã {n % 7} lần. " for n in range(500))
    reader = PieceReader(LeakGuard(IDENTITY))
    reader.find(text)
    reader.forget_unused()
    all_pieces = reader.pieces_read
    assert all_pieces > 50
    for place in range(0, len(text), 997):
        before = reader.pieces_read
        reader.find(f"{text[:place]}x{text[place:]}")
        assert reader.pieces_read - before <= 6
        reader.forget_unused()
        reader.find(text)
        reader.forget_unused()


def test_a_long_text_is_read_in_steps_and_known_afterwards():
    text = "".join(f"Câu số {n} không nêu tên ai cả. " for n in range(500))
    reader = PieceReader(LeakGuard(IDENTITY))
    steps = 1
    while not reader.read_some([text], 4):
        steps += 1
    assert steps > 5
    read = reader.pieces_read
    assert reader.find(text) == ()
    assert reader.pieces_read == read


def test_a_commune_counts_beside_a_hit_in_another_piece():
    far_away = "Đề nghị xem xét. " * 200
    reader = PieceReader(LeakGuard(IDENTITY))
    assert reader.find(f"Việc ở xã Bình Lư. {far_away}") == ()
    words = [
        f"Việc ở xã Bình Lư. {far_away} Bà Đào trình bày."[hit.start : hit.end]
        for hit in reader.find(f"Việc ở xã Bình Lư. {far_away} Bà Đào trình bày.")
    ]
    assert len(words) == 2
    assert "Bình Lư" in words[0]
