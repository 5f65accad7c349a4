import torch.nn as nn

class MLP(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.l1 = nn.Linear(64, hidden_size)
        self.l2 = nn.Linear(hidden_size, 64)
    def forward(self, x):
        return self.l2(self.l1(x))

class CNN(nn.Module):
    def __init__(self, num_kernels):
        super().__init__()
        self.c1 = nn.Conv2d(1, num_kernels, 3, padding=1)
        self.c2 = nn.Conv2d(num_kernels, 1, 3, padding=1)
    def forward(self, x):
        return self.c2(self.c1(x))
