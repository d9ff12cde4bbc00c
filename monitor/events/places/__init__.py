"""Where an act happened: the names of places, what each is worth, and the spot on the map."""
