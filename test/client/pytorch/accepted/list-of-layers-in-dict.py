import torch.nn as nn

class Net(nn.Module):
    def __init__(self, num_hidden_layers=2, hidden_size=16):
        super().__init__()
        dims = [64] + [hidden_size] * num_hidden_layers + [64]
        self.layers = nn.ModuleList()
        for i in range(len(dims) - 1):
            self.layers.append(nn.Linear(dims[i], dims[i + 1]))

    def forward(self, x):
        hidden = None
        for i in range(len(self.layers)):
            x = self.layers[i](x)
            if i == 0:
                hidden = x
        return x, hidden
