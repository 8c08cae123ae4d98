"""The office's working calendar: deadlines that follow from it, and days the office sets."""
