import torch
from torch import nn

class Autoencoder(nn.Module):
    def __init__(self, hidden_size: int = 16) -> None:
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Linear(64, 32),
            nn.ReLU(True),
            nn.Linear(32, hidden_size),
        )
        self.decoder = nn.Sequential(
            nn.Linear(hidden_size, 32),
            nn.ReLU(inplace=True),
            nn.Linear(32, 64),
            nn.Sigmoid(),
        )

    def forward(self, x: torch.Tensor):
        z = self.encoder(x)
        return self.decoder(z), z
