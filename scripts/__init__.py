"""Tools of the project that are not shipped: run as `python -m scripts.NAME`, or by make."""
