#!/usr/bin/env python3
"""Runs the code cells of notebooks in order, as Jupyter does, and prints as JSON what each printed: by the cell's id, one object a notebook.

Run with a Python that has torch, scikit-learn and matplotlib:
    python3 run_notebook.py NOTEBOOK.ipynb...
Figures are drawn by matplotlib's Agg and thrown away; lines of notebook magic are left out.
"""
import contextlib, io, json, pathlib, sys
import matplotlib

matplotlib.use("Agg")


def run(path):
    names, printed = {"__name__": "__main__"}, {}
    for cell in json.loads(pathlib.Path(path).read_text("utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        lines = ["\n" if line.startswith(("%", "!")) else line for line in cell["source"]]
        with contextlib.redirect_stdout(io.StringIO()) as output:
            exec(compile("".join(lines), cell["id"], "exec"), names)
        printed[cell["id"]] = output.getvalue()
    return printed


print(json.dumps([run(path) for path in sys.argv[1:]]))
