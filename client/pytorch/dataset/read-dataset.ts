import { failure, type Result, success } from "../../../shared/result.ts";
import { chooseClass, DATASET } from "../choose-class.ts";
import { type Complaint, placeComplaints, type Span } from "../complaint.ts";
import { ancestryOf, findMethod } from "../interpreter/classes.ts";
import { describeValue } from "../interpreter/describe.ts";
import { BATCH, type Dim, fixed, formatDims, sameDim } from "../interpreter/dims.ts";
import { callFunction } from "../interpreter/functions.ts";
import { readGlobals } from "../interpreter/globals.ts";
import { makeObject } from "../interpreter/objects.ts";
import { complain, type Run, startRun } from "../interpreter/run.ts";
import type { ClassValue, DType, ObjectValue, Tensor, Value } from "../interpreter/value.ts";
import { MAX_COMPLAINTS } from "../limits.ts";
import { parsePython, withoutMark } from "../python/parse.ts";
import { PYTORCH } from "../torch/pytorch.ts";

export type DatasetOptions = {
  readonly className?: string;
  /** The shape that an item must have; (1, 64) where it is left out. */
  readonly itemShape?: readonly number[];
};

/** What a Dataset hands out. */
export type ReadDataset = {
  readonly className: string;
  readonly itemShape: readonly number[];
  readonly item: "image" | "image and label" | "image and image";
};

/**
 * Checks a Dataset by following __init__ with images X (N, 64) of float64, as the digits are, and labels (N,), then __len__ and
 * __getitem__. An item is a float32 tensor of the asked shape, alone or with a label or a second tensor.
 */
export function readDataset(
  text: string,
  options: DatasetOptions = {},
): Result<ReadDataset, readonly Complaint[]> {
  const source = withoutMark(text);
  const statements = parsePython(source);
  if (!statements.ok) return failure(placeComplaints(source, statements.error, MAX_COMPLAINTS));
  const run = startRun(source, readGlobals(statements.value), PYTORCH);
  run.phase = "data";
  const type = chooseClass(run, DATASET, options.className);
  if (!type.ok) return failure(placeComplaints(source, type.error, MAX_COMPLAINTS));
  const read = follow(run, type.value, options.itemShape ?? [1, 64]);
  return read !== null && run.complaints.length === 0
    ? success(read)
    : failure(placeComplaints(source, run.complaints, MAX_COMPLAINTS));
}

function follow(run: Run, type: ClassValue, itemShape: readonly number[]): ReadDataset | null {
  const object = makeDataset(run, type);
  if (object === null) return null;
  checkLength(run, object);
  const getItem = method(run, object, "__getitem__", "def __getitem__(self, idx):");
  if (getItem === null) return null;
  const { nameAt } = getItem.definition;
  const index: Value = { kind: "index", offset: 0 };
  const item = callFunction(run, getItem, {
    ...{ positional: [{ value: index, at: nameAt }], named: new Map(), at: nameAt },
  });
  if (item.kind === "unknown") return null;
  if (item.kind === "none") {
    complain(run, nameAt, "__getitem__ returns nothing; end it with return and the tensor of the image");
    return null;
  }
  const parts = item.kind === "tuple" || item.kind === "list" ? item.items : [item];
  const [image, second, third] = parts;
  const at = run.returnedAt;
  if (image === undefined || third !== undefined) {
    complain(
      run,
      at,
      `an item is the image, or the image and its label; this returns ${describeValue(item)}`,
    );
    return null;
  }
  if (!checkImage(run, image, itemShape, at)) return null;
  const isImage = second?.kind === "tensor" && second.shape.length > 1;
  if (isImage && !checkImage(run, second, itemShape, at)) return null;
  const kind = second === undefined ? "image" : isImage ? "image and image" : "image and label";
  return { className: type.definition.name, itemShape, item: kind };
}

function makeDataset(run: Run, type: ClassValue): ObjectValue | null {
  const init = findMethod(ancestryOf(run, type), "__init__");
  if (init === null) {
    complain(run, type.definition.nameAt, "__init__ is missing; write def __init__(self, X): self.X = X");
    return null;
  }
  const { nameAt, parameters } = init.definition;
  const data = (shape: readonly Dim[], dtype: DType): Tensor => ({
    ...{ kind: "tensor", library: "numpy", dtype, shape, flow: null, isDetached: false },
  });
  const values = new Map<string, { value: Value; at: Span }>();
  for (const { name, fallback, stars, from, to } of parameters.slice(1)) {
    if (stars !== 0 || (fallback !== null && !LABELS.test(name))) continue;
    const isLabel = LABELS.test(name) || [...values.values()].length === 1;
    const value = isLabel ? data([BATCH], "int64") : data([BATCH, fixed(64)], "float64");
    if (values.size === 2) {
      complain(
        run,
        { from, to },
        `${name} needs a default, for example ${name}=None; the lab hands over the images and their labels`,
      );
      return null;
    }
    values.set(name, { value, at: { from, to } });
  }
  const object = makeObject(run, type, { positional: [], named: values, at: nameAt });
  return run.complaints.length === 0 ? object : null;
}

const LABELS = /^(y|ys|labels?|targets?|digits)$/i;

function method(run: Run, object: ObjectValue, name: string, written: string) {
  const found = findMethod(ancestryOf(run, object.type), name);
  if (found !== null) return { kind: "function", ...found, self: object } as const;
  complain(run, object.type.definition.nameAt, `${name} is missing; add ${written}`);
  return null;
}

function checkLength(run: Run, object: ObjectValue): void {
  const length = method(run, object, "__len__", "def __len__(self): return len(self.X)");
  if (length === null) return;
  const { nameAt } = length.definition;
  const value = callFunction(run, length, { positional: [], named: new Map(), at: nameAt });
  if (value.kind === "unknown" || (value.kind === "count" && sameDim(value.dim, BATCH))) return;
  const at = value.kind === "none" ? nameAt : run.returnedAt;
  const got = value.kind === "none" ? "nothing" : describeValue(value);
  complain(run, at, `__len__ must return the number of examples, len(self.X), got ${got}`);
}

function checkImage(run: Run, image: Value, itemShape: readonly number[], at: Span): boolean {
  const wanted = formatDims(itemShape.map(fixed));
  const refuse = (message: string) => {
    complain(run, at, message);
    return false;
  };
  if (image.kind !== "tensor")
    return refuse(`an item must be a float32 tensor of shape ${wanted}, got ${describeValue(image)}`);
  if (image.library === "numpy")
    return refuse("this returns a NumPy array; make it a tensor: torch.tensor(..., dtype=torch.float32)");
  if (image.dtype !== "float32")
    return refuse(
      `this tensor holds ${image.dtype}, and layers need float32; write torch.tensor(..., dtype=torch.float32), or add .float()`,
    );
  const isRight =
    image.shape.length === itemShape.length &&
    image.shape.every((dim, i) => sameDim(dim, fixed(itemShape[i] ?? -1)));
  if (isRight) return true;
  const got = formatDims(image.shape);
  if (got === "(64,)" && wanted === "(1, 64)")
    return refuse(
      "this item has the shape (64,), and (1, 64) is asked for; add .unsqueeze(0), or .view(1, 64)",
    );
  if (image.shape.some(({ perExample }) => perExample))
    return refuse(`this item has the shape ${got} and holds all examples; take one row with self.X[idx]`);
  return refuse(
    `this item has the shape ${got}, and ${wanted} is asked for; reshape it: .view(${itemShape.join(", ")})`,
  );
}
