"""What the first paint did not wait for: made after it, and introduced to who is there."""
