"""What the program talks about: exercises, doses, routines. Standard library only."""
