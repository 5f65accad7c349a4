import torch.nn as nn

class Net(nn.Module):
    def __init__(self, num_hidden_layers=2):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(64, 64)] * num_hidden_layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
