import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=10):
        super().__init__()
        self.encoder = nn.Linear(64, hidden_size)
        self.decoder = nn.Linear(hidden_size, 64)

    def encode(self, x):
        return self.encoder(x)

    def forward(self, x):
        return self.decoder(self.encode(x)), self.encode(x)
