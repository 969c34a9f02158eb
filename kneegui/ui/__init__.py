"""The window and its pages. Only this package and the outer layers know Qt's widgets."""
