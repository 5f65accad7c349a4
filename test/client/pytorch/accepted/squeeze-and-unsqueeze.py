import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=10):
        super().__init__()
        self.fc1 = nn.Linear(64, hidden_size)
        self.fc2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        x = x.squeeze(1)
        z = self.fc1(x)
        out = self.fc2(z).unsqueeze(1)
        return out, z
