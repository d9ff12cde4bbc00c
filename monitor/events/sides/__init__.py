"""Who did it, to whom, who says so and who denies it."""
