"""What a writer may want to look at before others do: slips of the pen, each explained."""
