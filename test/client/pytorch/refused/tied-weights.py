import torch.nn as nn
import torch.nn.functional as F

class Net(nn.Module):
    def __init__(self, hidden_size=3):
        super().__init__()
        self.a = nn.Linear(64, hidden_size)

    def forward(self, x):
        z = self.a(x)
        return F.linear(z, self.a.weight.t()), z
