"""The program without a window: a thin layer over the use cases, and a contract for scripts."""
