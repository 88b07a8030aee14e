"""Runs a Python function as SCF's Python runtime does; never imported by a function."""
