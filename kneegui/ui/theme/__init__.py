"""The look by roles: colours, type, icons, and the few ways of painting them."""
