"""Charts over time, drawn with pyqtgraph: plain values in, signals out.

``plot`` and the modules named after it import pyqtgraph, and so may only be imported once a
``library`` has read it.
"""
