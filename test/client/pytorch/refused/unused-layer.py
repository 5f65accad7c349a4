import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.linear_1 = nn.Linear(64, hidden_size)
        self.linear_2 = nn.Linear(hidden_size, 64)
        self.linear_3 = nn.Linear(64, 64)
        self.relu = nn.ReLU()

    def forward(self, x):
        return self.linear_2(self.linear_1(x))
