import torch.nn as nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        size = 64
        layers = []
        while size > 8:
            layers.append(nn.Linear(size, size // 2))
            layers.append(nn.ReLU())
            size //= 2
        self.encoder = nn.Sequential(*layers)
        layers = []
        while size < 64:
            layers.extend([nn.Linear(size, size * 2), nn.ReLU()])
            size *= 2
        self.decoder = nn.Sequential(*layers[:-1])

    def forward(self, x):
        z = self.encoder(x)
        return self.decoder(z), z
