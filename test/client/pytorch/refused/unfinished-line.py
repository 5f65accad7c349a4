class Net(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.l1 =
        self.l2 = nn.Linear(hidden_size, 64)
