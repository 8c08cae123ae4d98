"""Changes of a sealed visit: correction, answer, reclassification, voiding; late entry."""
