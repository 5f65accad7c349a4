import torch
import torch.nn as nn


class MLPAutoencoder(nn.Module):
    """
    An autoencoder with one hidden layer.
    Input: (N, 1, 64)
    Returns: reconstruction, hidden state
    """

    def __init__(self, num_hidden_layers, hidden_size):
        super(MLPAutoencoder, self).__init__()
        # encoder
        self.linear_1 = nn.Linear(64, hidden_size)
        # decoder
        self.linear_2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        out = self.linear_1(x)
        out = self.linear_2(out)

        # out: (N, 1, 64)
        return out, z
