import torch
import torch.nn as nn
import torch.nn.functional as F

class Mixed(nn.Module):
    def __init__(self, latent_dim=12):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3, padding=1)
        self.pool = nn.MaxPool2d(kernel_size=2)
        self.fc1 = nn.Linear(4 * 4 * 4, latent_dim)
        self.fc2 = nn.Linear(latent_dim, 4 * 4 * 4)
        self.deconv = nn.ConvTranspose2d(4, 1, kernel_size=2, stride=2)

    def forward(self, x):
        h = self.pool(F.relu(self.conv(x)))
        h = torch.flatten(h, 1)
        z = self.fc1(h)
        h = self.fc2(z)
        h = h.view(h.shape[0], 4, 4, 4)
        out = self.deconv(h)
        return out, z
