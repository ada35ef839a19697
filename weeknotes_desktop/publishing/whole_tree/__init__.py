"""Folders that leave: written whole where the system can, and never over what is not ours."""
