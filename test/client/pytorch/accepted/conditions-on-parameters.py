import torch.nn as nn
import torch.nn.functional as F

class Net(nn.Module):
    def __init__(self, hidden_size=18, activation=None, deep=True):
        super().__init__()
        self.activation = activation
        self.deep = deep
        self.fc1 = nn.Linear(64, hidden_size)
        if deep:
            self.mid = nn.Linear(hidden_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        x = self.fc1(x)
        if self.activation == "relu":
            x = F.relu(x)
        elif self.activation is not None and self.activation != "none":
            x = F.sigmoid(x)
        if self.deep:
            x = self.mid(x)
        return self.fc2(x)
