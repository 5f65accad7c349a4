import torch
from torch.utils.data import Dataset

class D(Dataset):
    def __init__(self, X):
        self.X = X
    def __len__(self):
        return len(X)
    def __getitem__(self, idx):
        return torch.tensor(X[idx], dtype=torch.float32).unsqueeze(0)
