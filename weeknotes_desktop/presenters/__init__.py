"""What each screen shows and what each click means; plain Python, no Qt."""
