/** The class that problem 1 asks for, with these parameters of __init__ and this hidden size. */
export function mlpOf(parameters: string, size: string): string {
  return `import torch
import torch.nn as nn


class Autoencoder(nn.Module):
    def __init__(${parameters}):
        super().__init__()
        self.linear_1 = nn.Linear(64, ${size})
        self.linear_2 = nn.Linear(${size}, 64)

    def forward(self, x):
        z = self.linear_1(x)
        out = self.linear_2(z)
        return out, z
`;
}

export const MLP = mlpOf("self, num_hidden_layers=1, hidden_size=5", "hidden_size");

/** The class that problem 2 asks for. */
export const CNN = `import torch
import torch.nn as nn


class ConvAutoencoder(nn.Module):
    def __init__(self, num_kernels=80):
        super().__init__()
        self.conv_1 = nn.Conv2d(1, num_kernels, kernel_size=3, padding=1)
        self.conv_2 = nn.Conv2d(num_kernels, 1, kernel_size=3, padding=1)

    def forward(self, x):
        z = self.conv_1(x)
        out = self.conv_2(z)
        return out, z
`;
