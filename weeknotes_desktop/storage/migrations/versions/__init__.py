"""One module for each revision of the schema. They are history: never edit one that was shipped."""
