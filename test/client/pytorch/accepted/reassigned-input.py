import torch.nn as nn

class Net(nn.Module):
    def __init__(self, hidden_size=5):
        super(Net, self).__init__()
        self.hidden = nn.Linear(64, hidden_size)
        self.output = nn.Linear(hidden_size, 64)

    def forward(self, input):
        input = self.hidden(input)
        latent = input
        input = self.output(input)
        return input, latent
