import torch.nn as nn

class MLP(nn.Module):
    def __init__(self, num_hidden_layers=3, hidden_size=30):
        super().__init__()
        self.layers = nn.ModuleList()
        self.layers.append(nn.Linear(64, hidden_size))
        for i in range(num_hidden_layers - 1):
            self.layers.append(nn.Linear(hidden_size, hidden_size))
        self.layers.append(nn.Linear(hidden_size, 64))

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
