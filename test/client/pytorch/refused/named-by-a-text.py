import torch.nn as nn

class Net(nn.Module):
    def __init__(self, num_hidden_layers=2):
        super().__init__()
        self.num_hidden_layers = num_hidden_layers
        for i in range(num_hidden_layers):
            setattr(self, f"linear_{i}", nn.Linear(64, 64))

    def forward(self, x):
        for i in range(self.num_hidden_layers):
            x = getattr(self, f"linear_{i}")(x)
        return x
