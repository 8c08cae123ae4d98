"""The parts that every paper is made of: canvas, pages, paragraphs, tables, headings, wording."""
