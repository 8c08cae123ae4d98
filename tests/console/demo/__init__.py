"""Tests of console.demo."""
