"""Tests of the paper forms: their words, their order, what must not stand on them."""
