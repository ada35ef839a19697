"""The sides of ``benchmarks.typing``: what runs in a process of its own, and what watches it."""
