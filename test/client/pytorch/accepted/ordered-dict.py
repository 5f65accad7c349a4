from collections import OrderedDict
import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=12):
        super().__init__()
        self.net = nn.Sequential(OrderedDict([
            ('fc1', nn.Linear(64, hidden_size)),
            ('act', nn.Tanh()),
            ('fc2', nn.Linear(hidden_size, 64)),
        ]))

    def forward(self, x):
        return self.net(x)
