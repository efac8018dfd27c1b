"""What an experiment will do, before it is run."""
