import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=6):
        super().__init__()
        self.fc1 = nn.Linear(64, 24)
        self.fc2 = nn.Linear(24, hidden_size)
        self.fc3 = nn.Linear(hidden_size, 24)
        self.fc4 = nn.Linear(24, 64)
        self.act = nn.Sigmoid()

    def forward(self, x):
        x = self.act(self.fc1(x))
        x = self.act(self.fc2(x))
        x = self.act(self.fc3(x))
        return self.fc4(x)
