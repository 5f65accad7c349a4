#!/usr/bin/env python3
"""Trains problem 3's plain and regularised model with PyTorch and writes how their errors are spread, as reference values.

Run with a Python that has torch and scikit-learn (Debian: python3-torch, python3-sklearn):
    python3 make_anomaly_reference.py > anomaly-histograms.json
The specs are those of anomaly-40.json and anomaly-40-regularised.json. For images (the mean over 64 pixels) and for single
pixels: numpy.histogram's counts over edges that both models share, and sklearn's roc_auc_score of each. The edges are 40
bins up to the larger of both models' 99.5th percentiles (the smallest score that 99.5 % are not above); what is above is
counted in the last bin.
"""
import json, math, pathlib
import numpy as np, torch, torch.nn as nn
from sklearn.metrics import roc_auc_score
from make_reference import LAYERS, scaled, split
from sklearn.datasets import load_digits

BINS = 40
torch.set_num_threads(1)


def square_errors(spec):
    """The square error of each pixel, [177, 64] in the class and [1620, 64] out of it."""
    digits = load_digits()
    inside, outside, _, _ = split(scaled(digits.data, spec["dataset"]["scaling"]), digits.target, spec["dataset"]["split"])
    a, b = torch.tensor(inside).float(), torch.tensor(outside).float()
    torch.manual_seed(spec["seed"])
    net = nn.Sequential(*[LAYERS[layer["kind"]](layer) for layer in spec["model"]["layers"]])
    opt = spec["optimizer"]
    adam = torch.optim.Adam(net.parameters(), lr=opt["learningRate"], weight_decay=opt["weightDecay"])
    for _ in range(spec["epochs"]):
        adam.zero_grad()
        latent = net[0](a)
        loss = nn.MSELoss()(net[1:](latent), a) + spec["loss"]["latentL1"] * latent.abs().mean()
        loss.backward()
        adam.step()
    with torch.no_grad():
        return ((net(a) - a) ** 2).numpy().astype(float), ((net(b) - b) ** 2).numpy().astype(float)


def spread(models):
    """models: name -> (normal scores, anomaly scores), flat."""
    everything = [np.sort(np.concatenate(both)) for both in models.values()]
    top = max(scores[math.ceil(len(scores) * 0.995) - 1] for scores in everything)
    edges = np.arange(BINS + 1) * top / BINS
    count = lambda scores: np.histogram(np.minimum(scores, top), bins=edges)[0].tolist()
    auroc = lambda normal, anomaly: roc_auc_score([0] * len(normal) + [1] * len(anomaly), np.concatenate([normal, anomaly]))
    return {"top": top, "models": {name: {"normal": count(normal), "anomaly": count(anomaly), "auroc": auroc(normal, anomaly)} for name, (normal, anomaly) in models.items()}}


if __name__ == "__main__":
    here = pathlib.Path(__file__).parent
    errors = {name: square_errors(json.loads((here / f"{name}.json").read_text())["spec"]) for name in ("anomaly-40", "anomaly-40-regularised")}
    print(json.dumps({
        "torch": torch.__version__,
        "image": spread({name: (a.mean(1), b.mean(1)) for name, (a, b) in errors.items()}),
        "pixel": spread({name: (a.flatten(), b.flatten()) for name, (a, b) in errors.items()}),
    }))
