import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=200):
        super().__init__()
        self.linear_1 = nn.Linear(64, hidden_size)
        self.relu = nn.ReLU()
        self.linear_2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        return self.linear_2(self.relu(self.linear_1(x)))
