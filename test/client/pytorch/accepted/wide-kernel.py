import torch.nn as nn

class Net(nn.Module):
    def __init__(self, n_kernels=4, kernel_size=5):
        super().__init__()
        pad = (kernel_size - 1) // 2
        self.c1 = nn.Conv2d(1, n_kernels, kernel_size, padding=pad)
        self.c2 = nn.Conv2d(n_kernels, 1, kernel_size, padding=pad, bias=True)

    def forward(self, x):
        return self.c2(self.c1(x))
