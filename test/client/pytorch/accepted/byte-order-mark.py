from torch import nn

class AE(nn.Module):
    def __init__(self, h=20):
        super().__init__()
        self.e = nn.Linear(64, h)
        self.d = nn.Linear(h, 64)
    def forward(self, x):
        return self.d(self.e(x))
