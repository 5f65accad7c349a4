import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=20):
        super().__init__()
        self.linear_1 = nn.linear(64, hidden_size)
        self.act = nn.Relu()
        self.conv = nn.Conv2D(1, 1, 3)

    def forward(self, x):
        return self.act(self.linear_1(x))
