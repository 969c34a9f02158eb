"""The pages of the main window; they compose models, delegates and widgets."""
