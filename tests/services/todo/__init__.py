"""Tests of services.todo."""
