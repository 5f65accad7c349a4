import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=6):
        super().__init__()
        self.enc = nn.Linear(64, hidden_size)
        self.dec = nn.Linear(hidden_size, 64)

    def forward(self, x):
        n, c, d = x.size()
        x = x.view(n, c * d)
        z = self.enc(x)
        return self.dec(z).view(n, c, d), z
