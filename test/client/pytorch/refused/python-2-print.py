class Net(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        print "hello"
