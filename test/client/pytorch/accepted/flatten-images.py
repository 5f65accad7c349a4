import torch
import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=20):
        super(Net, self).__init__()
        self.fc1 = nn.Linear(64, hidden_size)
        self.fc2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        x = x.view(x.size(0), -1)
        z = self.fc1(x)
        out = self.fc2(z)
        out = out.view(-1, 1, 8, 8)
        return out, z
