import torch
from torch.utils.data import Dataset

class D(Dataset):
    def __init__(self, images, targets):
        self.images = images
        self.targets = targets
    def __len__(self):
        return self.images.shape[0]
    def __getitem__(self, idx):
        image = self.images[idx:idx + 1, :]
        label = int(self.targets[idx])
        return torch.as_tensor(image, dtype=torch.float), label
