"""The house's rules as functions over a tree: the real one and planted breaches meet the same code."""
