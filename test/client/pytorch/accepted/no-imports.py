class Net(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.enc = nn.Linear(8 * 8, hidden_size)
        self.dec = nn.Linear(hidden_size, 8 ** 2)

    def forward(self, x):
        x = self.enc(x)
        x = self.dec(x)
        return x
