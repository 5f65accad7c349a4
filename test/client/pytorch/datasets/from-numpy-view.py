import torch

class MyDataset(torch.utils.data.Dataset):
    def __init__(self, data, labels=None, transform=None):
        super().__init__()
        self.data = data
        self.labels = labels
        self.transform = transform

    def __len__(self):
        return self.data.shape[0]

    def __getitem__(self, index):
        x = torch.from_numpy(self.data[index]).float().view(1, 64)
        if self.transform:
            x = self.transform(x)
        return x
