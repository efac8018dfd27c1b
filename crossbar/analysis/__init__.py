"""What trajectories say beyond their numbers.  It sees files, never trainers, so everything can be had again."""
