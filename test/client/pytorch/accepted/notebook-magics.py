%matplotlib inline
!pip install torch
import torch.nn as nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc = nn.Linear(64, 2)
        self.dec = nn.Linear(2, 64)

    def forward(self, x):
        return self.dec(self.enc(x))
