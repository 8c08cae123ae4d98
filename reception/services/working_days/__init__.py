"""The office's working calendar: deadlines counted by it, and days that the office sets."""
