"""What lives as long as the program: session guide, preferences. QtCore only."""
