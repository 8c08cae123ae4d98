"""A sealed visit corrected, answered, reclassified, voided, or one entered late."""
