import torch
from torch.utils.data import Dataset

class D(Dataset):
    def __init__(self, X):
        self.X = torch.tensor(X)
    def __len__(self):
        return len(self.X)
    def __getitem__(self, idx):
        return self.X[idx].astype("float32").unsqueeze(0)
