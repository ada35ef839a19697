"""Old posts on their way in; one room for each kind of file."""
