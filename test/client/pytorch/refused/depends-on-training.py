import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=10):
        super().__init__()
        self.a = nn.Linear(64, hidden_size)
        self.b = nn.Linear(hidden_size, 64)

    def forward(self, x):
        z = self.a(x)
        if self.training:
            z = z.relu()
        if z.sum() > 0:
            z = z.tanh()
        return self.b(z), z
