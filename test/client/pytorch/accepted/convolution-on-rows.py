import torch.nn as nn

class CAE(nn.Module):
    def __init__(self, num_kernels=5):
        super().__init__()
        self.conv1 = nn.Conv2d(1, num_kernels, 3, padding=1)
        self.conv2 = nn.Conv2d(num_kernels, 1, 3, padding=1)

    def forward(self, x):
        batch_size = x.shape[0]
        x = x.reshape(batch_size, 1, 8, 8)
        x = self.conv2(self.conv1(x))
        return x.reshape((batch_size, 1, 64))
