class DigitsDataset(Dataset):
    def __init__(self, X):
        super(DigitsDataset, self).__init__()
        self.X = X / 16.0

    def __len__(self):
        return len(self.X)

    def __getitem__(self, i):
        x = torch.FloatTensor(self.X[i])[None, :]
        return x, x
