import numpy as np
import torch
from torch.utils.data import Dataset

class D(Dataset):
    def __init__(self, X):
        self.X = np.expand_dims(np.asarray(X, dtype=np.float32), axis=1)
    def __len__(self):
        return len(self.X)
    def __getitem__(self, idx):
        if torch.is_tensor(idx):
            idx = idx.tolist()
        return torch.from_numpy(self.X[idx])
