"""What happens to a sealed visit: corrected, answered, reclassified, voided, entered late."""
