import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=4):
        super().__init__()
        self.net = nn.Sequential()
        self.net.add_module("in", nn.Linear(64, hidden_size))
        self.net.add_module("out", nn.Linear(hidden_size, 64))

    def forward(self, x):
        return self.net(x)
