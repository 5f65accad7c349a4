import torch
import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=10):
        super().__init__()
        self.a = nn.Linear(64, hidden_size)
        self.b = nn.Linear(hidden_size, 64)

    def forward(self, x):
        x = torch.flatten(x)
        return self.b(self.a(x))
