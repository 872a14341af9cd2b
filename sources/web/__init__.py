"""Councils over HTTP: fetching with manners, parsing behind a wall. Empty on purpose: the worker loads this package."""
