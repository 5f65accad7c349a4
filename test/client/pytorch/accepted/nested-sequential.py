import torch.nn as nn

def_kernel = 3

class CAE(nn.Module):
    def __init__(self, num_kernels=4):
        super().__init__()
        block = nn.Sequential(nn.Conv2d(1, num_kernels, def_kernel, padding=1), nn.ReLU())
        self.model = nn.Sequential(block, nn.Sequential(nn.Conv2d(num_kernels, 1, def_kernel, padding="same")))

    def forward(self, x):
        return self.model(x)
