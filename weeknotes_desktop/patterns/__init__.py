"""Regular expressions of the writer’s, which may take for ever and do no harm."""
