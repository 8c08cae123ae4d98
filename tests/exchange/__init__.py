"""Tests of workbooks in and out."""
