"""Entry of a visit on one page, from the person to sealing; drafts; the list of the day."""
