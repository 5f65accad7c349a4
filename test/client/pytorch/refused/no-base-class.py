import torch.nn as nn

class Net:
    def __init__(self, hidden_size):
        self.l1 = nn.Linear(64, hidden_size)

    def forward(self, x):
        return self.l1(x)
