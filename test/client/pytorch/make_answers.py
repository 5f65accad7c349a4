#!/usr/bin/env python3
"""Runs the classes of accepted/ and datasets/ by PyTorch and prints what it says of them, as JSON.

Run with a Python that has torch (Debian: python3-torch), from anywhere:
    python3 make_answers.py > ../../reference/pytorch-classes.json
Every class is made after torch.manual_seed(0), with the parameters that its expected reading beside it holds, and is
given two examples of x[i] = (37 i mod 17) / 8 - 1. `output` and `latent` are flat, in evaluation mode.
"""
import contextlib, json, math, pathlib, sys
import numpy as np, torch

torch.set_num_threads(1)
HERE = pathlib.Path(__file__).parent
USUAL = """
import math, numpy, numpy as np, torch, torch.nn as nn, torch.nn.functional as F
from torch.utils.data import Dataset, DataLoader
"""


def load(path):
    """The names of a file: all up to the training loops that some students paste along, and without notebook magics."""
    names = {"__name__": path.stem}
    source = path.read_text("utf-8-sig")
    lines = ["" if line.lstrip().startswith(("%", "!")) else line for line in source.splitlines()]
    if not any(line.lstrip().startswith(("import ", "from ")) for line in lines):
        exec(USUAL, names)
    code, kept = [], True
    for line in lines:
        if line and not line[0].isspace():
            kept = not line.startswith(("for ", "loader", "optimizer"))
        code.append(line if kept else "")
    exec(compile("\n".join(code), str(path), "exec"), names)
    return names


def run_model(path):
    read = json.loads(path.with_suffix(".json").read_text())["model"]
    made = {p["name"]: p["value"] for p in read["parameters"] if p["source"] != "default"}
    kind = load(path)[read["className"]]
    torch.manual_seed(0)
    model = kind(**made).eval()
    size = 2 * math.prod(read["inputShape"])
    x = (torch.arange(size) * 37 % 17).float() / 8 - 1
    with torch.no_grad():
        returned = model(x.view(2, *read["inputShape"]))
    out, z = returned if isinstance(returned, tuple) else (returned, None)
    numbers = lambda tensor: [round(float(value), 6) for value in tensor.flatten()]
    return {
        "shapes": [list(p.shape) for p in model.parameters()],
        "output": numbers(out),
        "latent": None if z is None else numbers(z)[:16],
    }


def run_dataset(path):
    names = load(path)
    kind = json.loads(path.with_suffix(".json").read_text())["dataset"]["className"]
    X, y = np.arange(10 * 64, dtype=np.float64).reshape(10, 64), np.arange(10)
    try:
        data = names[kind](X)
    except TypeError:
        data = names[kind](X, y)
    item = data[3]
    image = item[0] if isinstance(item, tuple) else item
    return {"length": len(data), "shape": list(image.shape), "dtype": str(image.dtype)}


# Students print.
with contextlib.redirect_stdout(sys.stderr):
    answers = {
        "models": {path.stem: run_model(path) for path in sorted(HERE.glob("accepted/*.py"))},
        "datasets": {path.stem: run_dataset(path) for path in sorted(HERE.glob("datasets/*.py")) if path.with_suffix(".json").exists()},
    }
print("{")
for i, (kind, of) in enumerate(answers.items()):
    rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(answer)}" for name, answer in of.items())
    print(f'"{kind}": {{\n{rows}\n}}{"," if i == 0 else ""}')
print("}")
