import torch.nn as nn

class Net(nn.Module):
    def __init__(self, num_kernels=8):
        super().__init__()
        self.conv1 = nn.Conv2d(1, num_kernels, 3, padding=1)
        self.conv2 = nn.Conv2d(1, num_kernels, 3, padding=1)

    def forward(self, x):
        return self.conv2(self.conv1(x))
