import torch.nn as nn

class Net(nn.Module):
    def __init__(self, num_kernels=4):
        super().__init__()
        self.conv1 = nn.Conv2d(1, num_kernels, (3, 5), padding=(1, 2))
        self.conv2 = nn.Conv2d(num_kernels, num_kernels, 3, padding=2, dilation=2)
        self.conv3 = nn.Conv2d(num_kernels, num_kernels, 3, padding=1, groups=num_kernels)
        self.pool = nn.MaxPool2d(3, stride=2)
        self.up = nn.Upsample(scale_factor=2, mode='bilinear')
        self.conv4 = nn.Conv2d(num_kernels, 1, 3, padding=1, padding_mode='reflect')

    def forward(self, x):
        x = self.conv3(self.conv2(self.conv1(x)))
        return self.conv4(self.up(self.pool(x)))
