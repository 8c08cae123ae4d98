"""The title of every print job: one word, whatever the paper."""

from __future__ import annotations

# CUPS and Windows log the titles of jobs with their hours, for an unknown time. A number of a paper
# would tell, with the register, at which hour somebody denounced; so would the numbers of the
# papers printed before and after. A person's name cannot get into a title that nobody passes in.
JOB_TITLE = "TCD"
