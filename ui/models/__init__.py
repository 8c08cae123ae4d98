"""Qt item models and field wording that several features share."""
