"""Painted controls that know no feature: fields, buttons, dialogs, tables, seals."""
