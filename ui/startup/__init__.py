"""Start-up: imports that wait until the unlock screen is shown; no other folder has such."""
