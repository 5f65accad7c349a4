import torch
import torch.nn as nn


class MLPAutoencoder(nn.Module):
    """MLP autoencoder with one hidden layer and no activation."""

    def __init__(self, num_hidden_layers, hidden_size):
        super(MLPAutoencoder, self).__init__()
        self.num_hidden_layers = num_hidden_layers
        self.hidden_size = hidden_size
        self.linear_1 = nn.Linear(64, hidden_size)
        self.linear_2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        z = self.linear_1(x)
        out = self.linear_2(z)
        return out, z
