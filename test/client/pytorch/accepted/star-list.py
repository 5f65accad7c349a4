import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size, num_hidden_layers=2):
        super().__init__()
        layers = [nn.Linear(64, hidden_size)]
        for _ in range(num_hidden_layers):
            layers += [nn.LeakyReLU(0.1), nn.Linear(hidden_size, hidden_size)]
        layers.append(nn.Linear(hidden_size, 64))
        self.net = nn.Sequential(*layers)

    def forward(self, x):
        return self.net(x)
