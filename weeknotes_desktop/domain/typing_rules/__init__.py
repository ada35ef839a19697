"""What keys and buttons do to a text: each rule takes a passage and gives one."""
