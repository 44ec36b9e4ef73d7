"""What the person touches: windows, panels, few widgets."""
