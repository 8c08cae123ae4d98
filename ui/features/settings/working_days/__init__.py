"""The working calendar of a year: shows it, sets days, previews moved deadlines."""
