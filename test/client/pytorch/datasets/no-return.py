import torch
from torch.utils.data import Dataset

class D(Dataset):
    def __init__(self, X):
        self.X = X
    def __len__(self):
        len(self.X)
    def __getitem__(self, idx):
        x = torch.tensor(self.X[idx], dtype=torch.float32).unsqueeze(0)
