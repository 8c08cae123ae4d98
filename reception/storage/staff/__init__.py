"""The people of the office as rows that the office's root has signed."""
