"""When something goes wrong inside the program: the text is kept, the log told, then the writer."""
