#!/usr/bin/env python3
"""Writes what NumPy, scikit-learn and PyTorch answer to the calls that the exact core reproduces, as core.json.

Run with a Python that has torch and scikit-learn (Debian: python3-torch, python3-sklearn):
    python3 make_core_reference.py > core.json
Every value stands beside the call that made it, in this file.
"""
import json, sys
import numpy as np, torch, torch.nn as nn
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

torch.set_num_threads(1)
flat = lambda t: np.asarray(t.detach() if hasattr(t, "detach") else t).flatten().tolist()
digits = load_digits()
IMAGES = (2, 1, 8, 8)
images = (digits.data - digits.data.mean()) / digits.data.std()
everything = np.arange(1797)


def seeded(seed, call):
    torch.manual_seed(seed)
    return flat(call())


def layer(module, shape, seed=3):
    """The first weights of a module, and what it makes of images drawn from the same generator afterwards."""
    torch.manual_seed(seed)
    net = module()
    x = torch.randn(*shape)
    return {"weights": {k: flat(v) for k, v in net.state_dict().items()}, "input": flat(x), "output": flat(net(x))}


def split(items, fraction, seed):
    train, test = train_test_split(items, test_size=fraction, random_state=seed)
    return {"train": train.tolist(), "test": test.tolist()}


def floors(x):
    centred = x - x.mean(axis=0)
    eigenvalues = np.sort(np.linalg.eigvalsh(centred.T @ centred / len(x)))[::-1]
    return [float(eigenvalues[h:].sum() / 64) for h in range(65)]


def pca_error(x, h):
    pca = PCA(h, svd_solver="full").fit(x)
    return float(((pca.inverse_transform(pca.transform(x)) - x) ** 2).mean())


train_x, test_x = train_test_split(images, test_size=0.5, random_state=0)
scores, is_anomaly = [0.1, 0.4, 0.4, 0.35, 0.8, 0.4, 0.9], [0, 0, 1, 0, 1, 0, 1]
json.dump({
    "versions": {"numpy": np.__version__, "torch": torch.__version__, "sklearn": __import__("sklearn").__version__},
    "permutation": {"seed 0, 10": np.random.RandomState(0).permutation(10).tolist(),
                    "seed 4294967295, 1000": np.random.RandomState(4294967295).permutation(1000).tolist()},
    "randint": np.random.RandomState(5489).randint(0, 2**32, 1000, dtype=np.uint64).tolist(),
    "split": {"half, seed 0": split(everything, 0.5, 0), "0.3, seed 7": split(everything, 0.3, 7),
              "digit 2, 0.2, seed 1": split(everything[digits.target == 2], 0.2, 1)},
    "uniform": seeded(0, lambda: torch.empty(20).uniform_(-0.3, 0.7)),
    "randn": {"50 x 64": seeded(0, lambda: torch.randn(50, 64)), "seed 1, 21": seeded(1, lambda: torch.randn(21))},
    "randperm": {"seed 0, 10": seeded(0, lambda: torch.randperm(10)), "seed 9, 898": seeded(9, lambda: torch.randperm(898))},
    "scaling": {"standardize": flat(torch.tensor(images).float()[7]), "unit": flat(torch.tensor(digits.data / 16).float()[7])},
    "layers": {
        "linear": layer(lambda: nn.Sequential(nn.Linear(64, 5)), (4, 64)),
        "conv2d": layer(lambda: nn.Sequential(nn.Conv2d(1, 2, 3, padding=1), nn.Conv2d(2, 3, 5, padding=1)), IMAGES),
        "conv2d, stride 2": layer(lambda: nn.Sequential(nn.Conv2d(1, 2, 4, stride=2, padding=1), nn.Conv2d(2, 3, 3, stride=3, padding=2)), IMAGES),
        "convTranspose2d": layer(lambda: nn.Sequential(nn.ConvTranspose2d(1, 2, 3, padding=1), nn.ConvTranspose2d(2, 1, 2)), IMAGES),
        "convTranspose2d, stride 2": layer(lambda: nn.Sequential(nn.Conv2d(1, 3, 3, padding=0), nn.ConvTranspose2d(3, 2, 3, stride=2, padding=1, output_padding=1)), IMAGES),
        "maxPool2d": layer(lambda: nn.Sequential(nn.Conv2d(1, 2, 2), nn.MaxPool2d(2)), IMAGES),
        "upsample2d": layer(lambda: nn.Sequential(nn.Conv2d(1, 2, 6), nn.Upsample(scale_factor=3)), IMAGES),
        "flatten": layer(lambda: nn.Sequential(nn.Conv2d(1, 2, 7), nn.Flatten(), nn.Linear(8, 3)), IMAGES),
        "unflatten": layer(lambda: nn.Sequential(nn.Linear(64, 8), nn.Unflatten(1, (2, 2, 2)), nn.Conv2d(2, 1, 1)), (3, 64)),
        "relu": layer(lambda: nn.Sequential(nn.ReLU()), (2, 64)),
        "leakyRelu": layer(lambda: nn.Sequential(nn.LeakyReLU(0.2)), (2, 64)),
        "sigmoid": layer(lambda: nn.Sequential(nn.Sigmoid()), (2, 64)),
        "tanh": layer(lambda: nn.Sequential(nn.Tanh()), (2, 64)),
        "dropout": layer(lambda: nn.Sequential(nn.Dropout(0.5)).eval(), (2, 64)),
    },
    "floors": {"train": floors(train_x), "test": floors(test_x), "PCA(20) on test": pca_error(test_x, 20)},
    "auroc": {"scores": scores, "isAnomaly": is_anomaly, "value": roc_auc_score(is_anomaly, scores)},
}, sys.stdout)
