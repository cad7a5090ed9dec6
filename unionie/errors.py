"""The errors unionie raises.

UnionieError                 whatever went wrong, in one line: what, where, what to do
├── InputError               the caller's text, file or argument cannot be used
├── RuleError                a rule file or user dictionary is wrong (names file, line and reason)
└── DependencyError          an optional part is not installed (names the command that installs it)

Enters: nothing. Leaves: exceptions. Every module above may raise them.
"""


class UnionieError(Exception):
    """Any error that unionie raises on purpose; its message is one line."""


class InputError(UnionieError, ValueError):
    """The text, file or argument that was given cannot be used."""


class RuleError(UnionieError, ValueError):
    """A rule file or dictionary is wrong; the message names file, line and reason."""


class DependencyError(UnionieError, ImportError):
    """An optional package is missing; the message says how to install it."""
