"""An item becomes an article: its own words, whose they are, when they were written. Pure: values in, values out."""
