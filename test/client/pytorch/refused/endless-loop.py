import torch.nn as nn

class Net(nn.Module):
    def __init__(self, n=10**9):
        super().__init__()
        self.layers = nn.ModuleList()
        for i in range(n):
            self.layers.append(nn.Linear(64, 64))

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
