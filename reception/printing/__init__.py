"""Paper forms as bytes of PDF, laid out as Decree 30/2020 asks."""
