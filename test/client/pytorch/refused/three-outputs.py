import torch.nn as nn

class VAE(nn.Module):
    def __init__(self, latent_dim=2):
        super().__init__()
        self.mu = nn.Linear(64, latent_dim)
        self.logvar = nn.Linear(64, latent_dim)
        self.dec = nn.Linear(latent_dim, 64)

    def forward(self, x):
        mu, logvar = self.mu(x), self.logvar(x)
        return self.dec(mu), mu, logvar
