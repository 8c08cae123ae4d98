"""Theme, icons, fonts, scaling, translation, and how dates and numbers are shown."""
