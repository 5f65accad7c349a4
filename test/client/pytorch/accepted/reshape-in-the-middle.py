import torch.nn as nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(1, 2, 3, padding=1)
        self.b = nn.Conv2d(8, 4, 3, padding=1)
        self.c = nn.Conv2d(1, 1, 3, padding=1)

    def forward(self, x):
        x = self.a(x)
        x = x.view(-1, 8, 4, 4)
        x = self.b(x)
        x = x.view(x.size(0), 1, 8, 8)
        return self.c(x)
