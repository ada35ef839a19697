"""The search: how its index is kept, and how it is asked."""
