import torch
import torch.nn as nn


class Net(nn.Module):  # my net
    """
    A net.

    Parameters
    ----------
    hidden_size : int
    """

    kind = "mlp"

    def __init__(self,
                 hidden_size: int = 5,
                 *,
                 verbose: bool = False,
                 **kwargs):
        """Makes it."""
        super().__init__()
        self.verbose = verbose
        # encoder
        self.lin1 = nn.Linear(
            in_features=64,
            out_features=hidden_size,  # bottleneck
        )
        # decoder
        self.lin2 = nn.Linear(in_features=hidden_size, out_features=64)
        print("made", self.lin1)

    def forward(self, x):
        '''x: (N, 1, 64)'''
        assert x.shape[-1] == 64, "wrong shape"
        if self.verbose:
            print(f"in {x.shape}")
        z = self.lin1(x); out = self.lin2(z)
        print(f"{out.mean():.4f}")
        return (out, z)

    def __repr__(self):
        return f"Net({self.kind})"
