"""Paper forms as bytes of PDF, laid out as NĐ 30/2020 asks; nothing here writes a file."""
