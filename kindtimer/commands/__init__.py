"""What can be typed in a terminal, one module for each thing done. `cli` chooses; no Qt at the top."""
