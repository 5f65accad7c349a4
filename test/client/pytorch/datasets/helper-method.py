import torch
from torch.utils.data import Dataset

class D(Dataset):
    def __init__(self, X):
        self.X = X
    def _to_tensor(self, row):
        return torch.tensor(row).type(torch.FloatTensor)
    def __len__(self):
        return len(self.X)
    def __getitem__(self, idx):
        sample = {"x": self._to_tensor(self.X[idx])}
        return sample["x"].reshape((1, -1))
