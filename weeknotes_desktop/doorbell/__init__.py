"""How one run of the program rings at the window that holds a library, and is answered."""
