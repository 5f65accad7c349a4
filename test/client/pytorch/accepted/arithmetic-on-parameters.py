import torch.nn as nn

class Net(nn.Module):
    def __init__(self, input_size=64, hidden_size=32):
        super().__init__()
        half = hidden_size // 2
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.fc2 = nn.Linear(hidden_size, half)
        self.fc3 = nn.Linear(half, half * 2)
        self.fc4 = nn.Linear(int(half / 0.5), input_size)

    def forward(self, x):
        return self.fc4(self.fc3(self.fc2(self.fc1(x))))
