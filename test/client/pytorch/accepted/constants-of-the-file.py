import torch
import torch.nn as nn

INPUT = 64
HIDDEN = [32, 8]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(INPUT, HIDDEN[0])
        self.b = nn.Linear(HIDDEN[0], HIDDEN[-1])
        self.c = nn.Linear(HIDDEN[-1], INPUT)

    def forward(self, x):
        return self.c(self.b(self.a(x)))

model = Net().to(device)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
for epoch in range(50):
    with torch.no_grad():
        pass
    print(f"epoch {epoch}")
