"""``python -m unionie``: the command line."""

from unionie.cli import main

if __name__ == "__main__":
    main()
