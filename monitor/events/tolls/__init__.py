"""How many were killed and wounded, launched, stopped and got through."""
