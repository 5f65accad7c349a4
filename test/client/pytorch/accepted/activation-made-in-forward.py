import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=20):
        super().__init__()
        self.fc1 = nn.Linear(64, hidden_size)
        self.fc2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        x = nn.Flatten()(x)
        x = nn.ReLU()(self.fc1(x))
        return nn.Sigmoid()(self.fc2(x))
