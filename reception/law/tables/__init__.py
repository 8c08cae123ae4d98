"""The statutory tables as data: columns, formulas, checks, days in force, and their registry."""
