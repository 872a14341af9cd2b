"""Tests of the simulated council."""
