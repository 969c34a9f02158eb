"""The drawn person: skeleton, poses, contacts, movement, renderer, checks and baked pictures.

Importing this package itself imports nothing; ``manifest`` needs neither numpy nor Qt, and only
``painter`` imports QtGui.  Lengths are metres, angles degrees, unless a docstring says otherwise.
"""
