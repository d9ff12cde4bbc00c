"""An article becomes the incidents it reports. Pure: the gazetteer and the user's rules arrive as values."""
