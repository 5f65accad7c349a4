import torch
import numpy as np
from torch.utils.data import Dataset, DataLoader

class DigitsDataset(Dataset):
    """Digits with labels."""
    def __init__(self, X, y):
        X = (X - X.mean()) / X.std()
        self.X = torch.tensor(X.astype(np.float32)).reshape(-1, 1, 64)
        self.y = torch.LongTensor(y)
        self.n = X.shape[0]

    def __getitem__(self, idx):
        return self.X[idx], self.y[idx]

    def __len__(self):
        return self.n

loader = DataLoader(DigitsDataset(X, y), batch_size=32)
