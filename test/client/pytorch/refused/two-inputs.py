import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.a = nn.Linear(64, hidden_size)
        self.b = nn.Linear(hidden_size, 64)

    def forward(self, x, y):
        return self.b(self.a(x))
