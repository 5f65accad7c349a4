import torch
import pandas as pd
from torch.utils.data import Dataset

class D(Dataset):
    def __init__(self, path, labels, folder):
        self.frame = pd.read_csv(path)
    def __len__(self):
        return len(self.frame)
    def __getitem__(self, idx):
        return torch.tensor(self.frame.iloc[idx].values, dtype=torch.float32).unsqueeze(0)
