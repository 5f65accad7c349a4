import torch
import torch.nn as nn


class ConvAutoencoder(nn.Module):
    def __init__(self, num_kernels):
        super().__init__()
        self.conv_1 = nn.Conv2d(in_channels=1, out_channels=num_kernels, kernel_size=3, padding=1)
        self.conv_2 = nn.Conv2d(in_channels=num_kernels, out_channels=1, kernel_size=3, padding=1)

    def forward(self, x):
        z = self.conv_1(x)
        out = self.conv_2(z)
        return out, z
