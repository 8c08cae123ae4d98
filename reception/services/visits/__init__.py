"""Entry of a visit: form, checks, drafts, return code, blind index of repeat visitors."""
