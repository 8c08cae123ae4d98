"""The inputs for the further fields of a person: which are asked for, and when."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity
from tests.ui.features.identity_fields.typed_details import DETAILS, OUTSIDE
from ui.features.identity_fields.person_detail_fields import PersonContext, PersonDetailFields
from ui.models.identity_builder import PersonDetails
from ui.widgets.masked_field import MaskGroup

TODAY = date(2026, 11, 19)
OF_A_REPRESENTATIVE = {"principal", "proxy_paper", "proxy_date", "card_number"}


@pytest.fixture
def window(qtbot, themed) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    return found


def inputs(window: QWidget, kind: PetitionKind, capacity: Capacity) -> PersonDetailFields:
    context = PersonContext(kind, capacity, lambda: TODAY)
    return PersonDetailFields(context, MaskGroup(window), window)


def test_every_field_of_the_details_has_an_input(window: QWidget) -> None:
    shown = inputs(window, PetitionKind.COMPLAINT, Capacity.LAWYER)
    asked = {part.name for part in fields(PersonDetails)} - {*OUTSIDE}
    assert {*shown.labeled_fields, "certified"} == asked
    assert not shown.certified_box.isHidden()


def test_a_denouncer_is_not_asked_for_an_occupation(window: QWidget) -> None:
    every = inputs(window, PetitionKind.COMPLAINT, Capacity.SELF)
    denouncer = inputs(window, PetitionKind.DENUNCIATION, Capacity.SELF)
    assert set(every.labeled_fields) - set(denouncer.labeled_fields) == {"occupation"}


def test_only_a_representative_is_asked_for_a_paper_of_authority(window: QWidget) -> None:
    lawyer = inputs(window, PetitionKind.COMPLAINT, Capacity.LAWYER)
    own = inputs(window, PetitionKind.COMPLAINT, Capacity.SELF)
    assert set(lawyer.labeled_fields) - set(own.labeled_fields) == OF_A_REPRESENTATIVE
    assert own.certified_box.isHidden()


def test_a_field_without_an_input_is_given_back_unchanged(window: QWidget) -> None:
    shown = inputs(window, PetitionKind.DENUNCIATION, Capacity.SELF)
    shown.show_details(DETAILS)
    assert shown.details() == DETAILS
    shown.clear()
    assert shown.details() == PersonDetails()


def test_a_date_that_cannot_be_read_is_not_acceptable(window: QWidget) -> None:
    shown = inputs(window, PetitionKind.COMPLAINT, Capacity.AUTHORISED)
    assert shown.has_acceptable_dates()
    shown.text_input("proxy_date").setText("hôm kia")
    assert not shown.has_acceptable_dates()
