export const READ_USAGE = `
Reads a PyTorch class into the layers of a spec; nothing of it is executed.

Usage: npm run -s lab -- read FILE.py [--class NAME] [--set NAME=VALUE ...] [--input 64|1x8x8]

  FILE.py          Python with a class based on nn.Module (docs/pytorch.md); - reads standard input
  --class NAME     the class to read; left out, the last with a forward
  --set NAME=VALUE the value of a parameter of __init__, such as hidden_size=40; any number of times
  --input SHAPE    the shape of one example; left out, whichever the class takes

Prints { "layers": [...], "latentAfter": 0 } for the "model" of a spec.

Exit status: 0 read; 2 the class cannot be read, with lines FILE.py:LINE:COLUMN: MESSAGE, or a bad option.
`;
