"""The strip of years: each week as a small mark."""
