class Net(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        print(“hello”)
        self.l1 = nn.Linear(64, hidden_size – 1)
