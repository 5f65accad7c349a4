import torch.nn as nn

class Net(nn.Module):
    def __init__(self, num_kernels):
        super().__init__()
        self.conv1 = nn.Conv2d(1, num_kernels, 3)
        self.conv2 = nn.Conv2d(num_kernels, 1, 3)

    def forward(self, x):
        return self.conv2(self.conv1(x))
