import torch.nn as nn

class Net(nn.Module):
    def __init__(self, num_hidden_layers=40, hidden_size=5):
        super().__init__()
        layers = [nn.Linear(64, hidden_size)]
        for i in range(num_hidden_layers):
            layers.append(nn.Linear(hidden_size, hidden_size))
        self.net = nn.Sequential(*layers, nn.Linear(hidden_size, 64))

    def forward(self, x):
        return self.net(x)
