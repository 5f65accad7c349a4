import torch.nn as nn

class Net(nn.Module):
	def __init__(self, hidden_size=5):
		super().__init__()
		self.enc = nn.Linear(64, hidden_size)
		self.dec = nn.Linear(hidden_size, 64)

	def forward(self, x):
		z = self.enc(x)
		return self.dec(z), z
