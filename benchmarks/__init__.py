"""Ratios against a baseline in the same run; absolute times on shared machines mean little."""
