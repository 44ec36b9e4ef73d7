"""KindTimer: a quiet desktop companion for kind breathing."""

__version__ = "0.1.0"
