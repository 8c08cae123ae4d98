"""The working calendar of a year: shown, a day set, its effect on deadlines seen first."""
