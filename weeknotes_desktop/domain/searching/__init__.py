"""Looking for words in everything that is written down, and for what is written about it."""
