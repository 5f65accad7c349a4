"""PyTorch as the course's notebook writes it, on all processors: answers each line of standard input (see protocol.ts)."""
import base64, json, os, sys, time

# Where cores are shared, threads that spin while they wait take 1.3 s for what takes 0.27 s: PyTorch gets its best.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
import torch, torch.nn as nn

torch.set_num_threads(os.cpu_count())


class Autoencoder(nn.Module):
    def __init__(self, layers, latent_after):
        super().__init__()
        self.layers = nn.ModuleList([build(layer) for layer in layers])
        self.latent_after = latent_after

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i == self.latent_after:
                latent = x
        return x, latent


def build(layer):
    if layer["kind"] == "linear":
        return nn.Linear(layer["in"], layer["out"])
    if layer["kind"] == "conv2d":
        return nn.Conv2d(layer["in"], layer["out"], layer["kernel"], padding=layer["padding"])
    if layer["kind"] == "relu":
        return nn.ReLU()
    raise ValueError(f"the bench has no {layer['kind']} for PyTorch")


def images(text, layers):
    flat = torch.frombuffer(bytearray(base64.b64decode(text)), dtype=torch.float32)
    return flat.reshape((-1, 1, 8, 8) if layers[0]["kind"] == "conv2d" else (-1, 64))


def train(spec, x):
    torch.manual_seed(spec["seed"])
    net = Autoencoder(spec["model"]["layers"], spec["model"]["latentAfter"])
    options = spec["optimizer"]
    optimizer = torch.optim.Adam(net.parameters(), lr=options["learningRate"], weight_decay=options["weightDecay"])
    criterion = nn.MSELoss()
    losses = []
    for _ in range(spec["epochs"]):
        optimizer.zero_grad()
        output, latent = net(x)
        loss = criterion(output, x)
        if spec["loss"]["latentL1"]:
            loss = loss + spec["loss"]["latentL1"] * latent.abs().mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return net, losses


def score(net, x):
    with torch.no_grad():
        return nn.MSELoss()(net(x)[0], x).item()


def answer(order):
    train_ms, score_ms, runs = 0, 0, []
    for spec in order["specs"]:
        x, test, random = (images(order[name], spec["model"]["layers"]) for name in ("train", "test", "random"))
        start = time.perf_counter()
        net, losses = train(spec, x)
        trained = time.perf_counter()
        errors = {"trainMse": score(net, x), "testMse": score(net, test), "randomMse": score(net, random)}
        train_ms += (trained - start) * 1000
        score_ms += (time.perf_counter() - trained) * 1000
        runs.append({"first": losses[0], "last": losses[-1], **errors})
    return {"trainMs": train_ms, "scoreMs": score_ms, "runs": runs}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
