"""Single steps of training: ``python -m unionie.train STEP --work FOLDER``; ``unionie train`` runs them all in order.

A step after ``prepare`` needs torch and numpy alone, so the work folder can go to a machine with a GPU and back.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from unionie.errors import UnionieError
from unionie.train.recipe import Machine, Work, prepare_all, run_stage
from unionie.train.settings import DEFAULT, read_settings

_STAGES = (
    "pretrain-teacher",
    "learn-teacher",
    "answer",
    "pretrain-student",
    "learn-student",
    "distil-student",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one step; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m unionie.train", description="One step of training.")
    parser.add_argument("step", choices=["prepare", *_STAGES])
    parser.add_argument("--work", type=Path, required=True, help="folder that keeps what each step makes")
    parser.add_argument("--recipe", type=Path, default=DEFAULT)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=None, help="the most that the step may take")
    for root in ("data", "raw", "corpora"):
        parser.add_argument(f"--{root}", type=Path, default=Path(root))
    args = parser.parse_args(argv)
    try:
        settings, work = read_settings(args.recipe), Work(args.work)
        if args.step == "prepare":
            prepare_all(settings, {root: getattr(args, root) for root in ("data", "raw", "corpora")}, work)
        else:
            import torch

            torch.set_num_threads(args.threads)
            run_stage(args.step, args.seed, settings, work, Machine(args.device, args.minutes))
    except UnionieError as error:
        sys.stderr.write(f"unionie train: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
