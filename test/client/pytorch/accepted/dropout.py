import torch.nn as nn
import torch.nn.functional as F

class Net(nn.Module):
    def __init__(self, hidden_size=25, p=0.2):
        super().__init__()
        self.fc1 = nn.Linear(64, hidden_size)
        self.drop = nn.Dropout(p)
        self.fc2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        z = self.drop(self.fc1(x))
        z = F.dropout(z, 0.1, training=self.training)
        return self.fc2(z)
