"""How the rows and cards of lists are painted."""
