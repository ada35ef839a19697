"""The goals panel and its rows."""
