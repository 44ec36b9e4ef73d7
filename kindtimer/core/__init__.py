"""What KindTimer knows: values and pure functions; time is an argument."""
