"""Rows of the register as Qt item models; sorting and filtering happen in SQL."""
