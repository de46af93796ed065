"""Benchmarks: printed ratios, never asserted."""
