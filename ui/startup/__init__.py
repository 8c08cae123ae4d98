"""From the start to the open office; imports that wait until the unlock screen is shown."""
