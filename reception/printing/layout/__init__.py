"""What every paper is drawn with: canvas, text flow, ruled tables, fonts, headings, wording."""
