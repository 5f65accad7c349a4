import torch
import torch.nn as nn

class Encoder(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.linear = nn.Linear(64, hidden_size)

    def forward(self, x):
        return torch.relu(self.linear(x))

class Decoder(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.linear = nn.Linear(hidden_size, 64)

    def forward(self, z):
        return self.linear(z)

class Autoencoder(nn.Module):
    def __init__(self, hidden_size=7):
        super().__init__()
        self.encoder = Encoder(hidden_size)
        self.decoder = Decoder(hidden_size=hidden_size)

    def forward(self, x):
        z = self.encoder(x)
        out = self.decoder(z)
        return out, z
