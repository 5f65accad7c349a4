import torch.nn as nn
import torch.nn.functional as F

class CAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, (3, 3), padding=(1, 1))
        self.pool = nn.MaxPool2d(2, 2)
        self.conv2 = nn.Conv2d(6, 3, 3, 1, 1)
        self.up = nn.Upsample(scale_factor=2, mode='nearest')
        self.conv3 = nn.Conv2d(3, 1, kernel_size=3, padding=1)

    def forward(self, x):
        x = self.pool(F.leaky_relu(self.conv1(x)))
        z = F.relu(self.conv2(x))
        x = self.up(z)
        x = self.conv3(x)
        return x, z
