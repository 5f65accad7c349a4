import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.l1 = nn.Linear(64, hidden_size)

def forward(self, x):
    return self.l1(x)
