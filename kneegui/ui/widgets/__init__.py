"""Single controls: they take plain values, emit signals and know nothing of the program."""
