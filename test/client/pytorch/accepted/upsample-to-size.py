import torch.nn as nn

class CAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.down = nn.Conv2d(1, 5, 2, stride=2)
        self.up = nn.Upsample(size=(8, 8))
        self.out = nn.Conv2d(5, 1, 1)

    def forward(self, x):
        return self.out(self.up(self.down(x)))
