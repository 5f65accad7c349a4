import torch.nn as nn

class Base(nn.Module):
    def __init__(self, hidden_size=9):
        super().__init__()
        self.hidden_size = hidden_size
        self.encoder = nn.Linear(64, self.hidden_size)

    def forward(self, x):
        raise NotImplementedError

class Tied(Base):
    def __init__(self, hidden_size=9):
        super().__init__(hidden_size)
        self.decoder = nn.Linear(self.hidden_size, 64)

    def forward(self, x):
        z = self.encoder(x)
        return self.decoder(z), z
