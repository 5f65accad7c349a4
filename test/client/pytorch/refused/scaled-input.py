import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=20):
        super().__init__()
        self.linear_1 = nn.Linear(64, hidden_size)
        self.linear_2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        x = x / 16
        return self.linear_2(self.linear_1(x)) * 16
