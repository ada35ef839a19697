"""Small controls that several rooms of the window share."""
