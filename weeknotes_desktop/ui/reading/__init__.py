"""What makes writing and reading calm: focus, the caret's line, last week's note, paper."""
