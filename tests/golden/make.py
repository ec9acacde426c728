"""Writes trajectories.json: what PyTorch does with the lesson's losses, for the core to be held to.

    python tests/golden/make.py          (any Python that has torch; takes five to ten minutes)
    python tests/golden/make.py ravine   (only the rows of the losses named, the others stay as they are)

Every loss meets every optimizer in float64. A row carries the experiment in the form the module takes,
26 points and losses, and the state after 100, 250, 500 and 1,000 steps. What a rounding error would be
blown up by is measured, not guessed: the start is nudged and the run repeated.
"""

import json
import math
import pathlib
import platform
import sys

import torch

from batches import batched_rows
from losses import LOSSES

FILE = pathlib.Path(__file__).with_name("trajectories.json")
SHORT, LONG = 25, 1000
CHECKPOINTS = (100, 250, 500, 1000)

# A short run is kept when a nudge of the start grows less than this; otherwise its rate is halved.
MOST_GROWTH = 1000.0
# A long run is kept when jolts of 1e-14 at every step, a hundred times a rounding error, move it by at most 1e-9.
JOLT, MOST_DRIFT = 1e-14, 1e-9

# The optimizers as the module names them. A factor scales the loss's own rate, a rate replaces it;
# without either the rate, too, is left to PyTorch (Newton's method, which it lacks, takes 1).
OPTIMIZERS = [
    ({"name": "gradientDescent"}, "factor", 1.0),
    ({"name": "momentum"}, "factor", 0.25),
    ({"name": "nesterov"}, "factor", 0.25),
    ({"name": "adagrad"}, "rate", 0.5),
    ({"name": "rmsprop"}, "rate", 0.05),
    ({"name": "adam"}, "rate", 0.1),
    ({"name": "newton"}, None, None),
]

# Nothing but defaults, then settings off their defaults, on a few losses only.
SETTINGS = [
    ({"name": "gradientDescent"}, None, None),
    ({"name": "momentum"}, None, None),
    ({"name": "nesterov"}, None, None),
    ({"name": "adagrad"}, None, None),
    ({"name": "rmsprop"}, None, None),
    ({"name": "adam"}, None, None),
    ({"name": "momentum", "momentum": 0.5}, "factor", 1.0),
    ({"name": "momentum", "momentum": 0.0}, "factor", 1.0),
    ({"name": "nesterov", "momentum": 0.5}, "factor", 0.5),
    ({"name": "adagrad", "epsilon": 0.5}, "rate", 0.3),
    ({"name": "rmsprop", "decay": 0.9}, "rate", 0.02),
    ({"name": "rmsprop", "decay": 0.5, "epsilon": 0.1}, "rate", 0.02),
    ({"name": "adam", "beta1": 0.5}, "rate", 0.05),
    ({"name": "adam", "beta2": 0.9, "epsilon": 1e-3}, "rate", 0.05),
    ({"name": "adam", "beta1": 0.8, "beta2": 0.95, "epsilon": 0.1}, "rate", 0.2),
    ({"name": "newton"}, "rate", 0.5),
]
ON = {"bowl", "wavy", "ravine", "rosenbrock", "himmelblau", "twoWells"}


class Singular(Exception):
    """Newton's method met a Hessian it cannot solve with."""


def torch_optimizer(parameters, settings):
    """The optimizer of torch.optim; a setting that is not given is left to PyTorch."""
    name = settings["name"]
    words = {"learningRate": "lr", "epsilon": "eps", "decay": "alpha", "momentum": "momentum"}
    given = {words[k]: v for k, v in settings.items() if k in words}
    if name == "gradientDescent":
        return torch.optim.SGD(parameters, **given)
    if name in ("momentum", "nesterov"):
        # The one default that is not PyTorch's, whose SGD has no momentum unless told.
        return torch.optim.SGD(parameters, **{"momentum": 0.9, **given}, nesterov=name == "nesterov")
    if name == "adagrad":
        return torch.optim.Adagrad(parameters, **given)
    if name == "rmsprop":
        return torch.optim.RMSprop(parameters, **given)
    if name == "adam":
        if "beta1" in settings or "beta2" in settings:
            given["betas"] = (settings.get("beta1", 0.9), settings.get("beta2", 0.999))
        return torch.optim.Adam(parameters, **given)
    raise ValueError(name)


def rate_of(settings):
    """The learning rate; Newton's method takes whole steps unless told."""
    return settings.get("learningRate", 1.0)


def newton_step(value, point, rate):
    """θ ← θ − rate·H⁻¹∇L, both derivatives from autograd."""
    hessian = torch.autograd.functional.hessian(value, point)
    if torch.linalg.matrix_rank(hessian) < len(point):
        raise Singular
    gradient = torch.autograd.functional.jacobian(value, point)
    return point - rate * torch.linalg.solve(hessian, gradient)


def descend(loss, settings, start, steps, jolt=None):
    """All points of a run and their losses; ends early where a value is no longer finite.

    `jolt` may move the point a little after every step.
    """
    point = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    newton = settings["name"] == "newton"
    optimizer = None if newton else torch_optimizer([point], settings)
    points, losses = [], []
    for k in range(steps + 1):
        if jolt:
            point.data *= jolt(len(start))
        value = loss.value(point)
        if not (math.isfinite(value.item()) and torch.isfinite(point).all()):
            break
        points.append(point.tolist())
        losses.append(value.item())
        if k == steps:
            break
        if newton:
            point = newton_step(loss.value, point.detach(), rate_of(settings))
            continue
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
    return points, losses


def drift(points, others):
    """The largest distance of two runs in one coordinate, relative to that coordinate or, where it is
    close to zero, to a thousandth of the largest one so far: the measure of the Rust test."""
    seen, worst = 0.0, 0.0
    for a, b in zip(points, others):
        seen = max(seen, *map(abs, a))
        worst = max(worst, *(abs(s - t) / (max(abs(s), seen / 1000) or 1.0) for s, t in zip(a, b)))
    return worst if len(points) == len(others) else math.inf


def jolts(seed):
    """Factors within JOLT of 1. They leave a coordinate of 0 alone: on a ridge that is the point of the run."""
    numbers = torch.Generator().manual_seed(seed)
    return lambda n: 1 + JOLT * (2 * torch.rand(n, generator=numbers, dtype=torch.float64) - 1)


def nudged(start, size):
    """The start with every coordinate moved the same way, and with neighbours moved opposite ways."""
    yield [x * (1 + size) for x in start]
    if len(start) > 1:
        yield [x * (1 + size * (-1) ** i) for i, x in enumerate(start)]


def growth(loss, settings, points):
    """By how much a small nudge of the start has grown after the short run."""
    size = 1e-9
    runs = (descend(loss, settings, start, SHORT)[0] for start in nudged(loss.start, size))
    return max(drift(points, run) for run in runs) / size


def short_run(loss, settings):
    """A tame run: the rate is halved until rounding errors stay small."""
    for _ in range(12):
        points, losses = descend(loss, settings, loss.start, SHORT)
        if len(points) == SHORT + 1 and growth(loss, settings, points) < MOST_GROWTH:
            return settings, points, losses
        settings = {**settings, "learningRate": rate_of(settings) / 2}
    raise RuntimeError(f"{loss.name} and {settings['name']}: no tame rate")


def long_run(loss, settings):
    """States at the checkpoints, or the reason why there are none."""
    try:
        points, losses = descend(loss, settings, loss.start, LONG)
        if len(points) <= LONG:
            return None, "stops being finite"
        # A nudge of the start alone would not do: it fades in a run that settles, while RMSProp, whose steps
        # do not shrink with the slope, later blows up what rounding errors it finds at the bottom.
        for seed in (1, 2):
            if drift(points, descend(loss, settings, loss.start, LONG, jolts(seed))[0]) > MOST_DRIFT:
                return None, "chaotic"
    except Singular:
        return None, "singular Hessian"
    return [{"step": k, "point": points[k], "loss": losses[k]} for k in CHECKPOINTS], None


def row(loss, settings, kind, number):
    if kind:
        settings = {**settings, "learningRate": number * (loss.rate if kind == "factor" else 1)}
    settings, points, losses = short_run(loss, settings)
    later, reason = long_run(loss, settings)
    experiment = {
        "loss": {"name": loss.name, **loss.settings},
        "optimizer": settings,
        "start": loss.start,
        "steps": SHORT,
    }
    return {"experiment": experiment, "points": points, "losses": losses, "later": later}, reason


def main(chosen):
    torch.set_num_threads(1)
    rows, left_out, names = [], [], set()
    for loss in LOSSES:
        if chosen and loss.name not in chosen:
            continue
        extra = SETTINGS if loss.name in ON - names else []
        names.add(loss.name)
        for settings, kind, number in OPTIMIZERS + extra:
            title = {"loss": {"name": loss.name, **loss.settings}, "start": loss.start, "optimizer": settings}
            try:
                made, reason = row(loss, settings, kind, number)
                rows.append(made)
            except Singular:
                reason = "singular Hessian"
                left_out.append({**title, "run": "all", "reason": reason})
                continue
            if reason:
                title["optimizer"] = made["experiment"]["optimizer"]
                left_out.append({**title, "run": "long", "reason": reason})
        print(loss.name, len(rows), file=sys.stderr, flush=True)
    rows += [row for row in batched_rows() if not chosen or row["experiment"]["loss"]["name"] in chosen]
    if chosen:
        before = json.loads(FILE.read_text(encoding="utf-8"))
        rows = [r for r in before["rows"] if r["experiment"]["loss"]["name"] not in chosen] + rows
        left_out = [r for r in before["left out"] if r["loss"]["name"] not in chosen] + left_out
    write(rows, left_out)


def write(rows, left_out):
    """One row a line, so that a difference between two versions can be read."""
    head = {
        "made by": "tests/golden/make.py",
        "versions": {"python": platform.python_version(), "torch": torch.__version__, "dtype": "float64"},
        "chaotic": f"jolts of {JOLT} at every step move the run by more than {MOST_DRIFT} within {LONG} steps",
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    for key, items in (("left out", left_out), ("rows", rows)):
        body = ",\n".join(json.dumps(item, separators=(",", ":")) for item in items)
        lines.append(f"{json.dumps(key)}: [\n{body}\n]")
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
