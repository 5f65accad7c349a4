import torch
import torch.nn as nn

class CAE(nn.Module):
    def __init__(self, num_kernels=3):
        super().__init__()
        self.conv1 = nn.Conv2d(1, num_kernels, 3, padding=1)
        self.conv2 = nn.Conv2d(num_kernels, 1, 3, padding=1)

    def forward(self, x):
        out = self.conv1(x)
        z = torch.flatten(out, start_dim=1)
        out = self.conv2(out)
        return out, z
