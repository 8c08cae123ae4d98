"""Tests of exchange.register_import."""
