import torch.nn as nn
import torch.nn.functional as F

class Net(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.linear_1 = nn.Linear(64, hidden_size)
        self.linear_2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        z = self.linear_1(x)
        h = F.relu(z)
        out = self.linear_2(z)
        return out, z
