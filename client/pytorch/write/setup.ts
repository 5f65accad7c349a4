/** The notebook's first cell: what a class may use without importing it, and the digits. `X` is standardized. */
export const SETUP = `import math
from collections import OrderedDict

import matplotlib.pyplot as plt
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from sklearn.datasets import load_digits
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from torch.utils.data import DataLoader, Dataset

digits = load_digits()
y = digits.target
X = (digits.data - digits.data.mean()) / digits.data.std()
torch.manual_seed(0)
random_data = torch.randn(50, 64)
`;

/** How every model is trained and tested: what the parts' cells call. */
export const TRAINING = `def reconstruct(model, x):
    """What a model makes of x, and its hidden state where it returns one."""
    output = model(x)
    out, z = output if isinstance(output, (tuple, list)) else (output, None)
    return out.reshape(x.shape), z


def train_model(model, x, epochs, learning_rate, batch_size=None, weight_decay=0.0, latent_l1=0.0, log=True):
    """Trains on x, all of it in one batch unless batch_size is given; prints the loss of each epoch."""
    criterion = nn.MSELoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=learning_rate, weight_decay=weight_decay)
    model.train()
    for epoch in range(epochs):
        batches = [x] if batch_size is None else x[torch.randperm(len(x))].split(batch_size)
        total = 0.0
        for batch in batches:
            optimizer.zero_grad()
            out, z = reconstruct(model, batch)
            loss = criterion(out, batch)
            if latent_l1 > 0:
                loss = loss + latent_l1 * z.abs().mean()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        if log:
            print('Epoch: {} | Train loss: {:0.4f}'.format(epoch, total / len(x)))


def test_model(model, *sets):
    """The mean square error on each set of images."""
    model.eval()
    with torch.no_grad():
        return [F.mse_loss(reconstruct(model, x)[0], x).item() for x in sets]


def squared_errors(model, x):
    """The square error of every pixel, a row of 64 an image."""
    model.eval()
    with torch.no_grad():
        return (reconstruct(model, x)[0] - x).flatten(1).pow(2).numpy()


def auroc(normal, anomaly):
    """The chance that an anomaly has the larger error."""
    truth = np.repeat([0, 1], [len(normal), len(anomaly)])
    return roc_auc_score(truth, np.concatenate([normal, anomaly]))
`;
