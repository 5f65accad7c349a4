from torch.nn import Module, Linear as L, ReLU, Sequential
from torch.nn.functional import relu, sigmoid as sig

class Net(Module):
    def __init__(self, hidden_size=14):
        super().__init__()
        self.a = L(64, hidden_size)
        self.b = Sequential(L(hidden_size, hidden_size), ReLU())
        self.c = L(hidden_size, 64)

    def forward(self, x):
        return sig(self.c(self.b(relu(self.a(x)))))
