"""When an act happened: words of time, the days they name, and the choice among them."""
