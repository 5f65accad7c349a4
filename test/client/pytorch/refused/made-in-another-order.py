import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=10):
        super().__init__()
        self.decoder = nn.Linear(hidden_size, 64)
        self.encoder = nn.Linear(64, hidden_size)

    def forward(self, x):
        return self.decoder(self.encoder(x))
