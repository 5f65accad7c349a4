/** An image as PNG in base64, and the size in px that it was drawn for. */
export type Raster = { readonly png: string; readonly width: number; readonly height: number };

/** An SVG with a size of its own as a PNG with `scale` pixels a px. Rejects where this browser cannot draw it. */
export async function rasterize(svg: string, scale: number): Promise<Raster> {
  const { blob, width, height } = await drawPng(svg, scale);
  return { png: await readBase64(blob), width, height };
}

/** The same as a file. */
export async function drawPng(
  svg: string,
  scale: number,
): Promise<{ readonly blob: Blob; readonly width: number; readonly height: number }> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (context === null)
    throw new Error("this browser gives no 2d canvas, so plots cannot be drawn as pixels");
  context.scale(scale, scale);
  context.drawImage(image, 0, 0);
  // Beside the page, where toDataURL would hold it up.
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("this browser makes no PNG of a plot");
  return { blob, width, height };
}

function readBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const [, base64 = ""] = String(reader.result).split(",");
      resolve(base64);
    };
    reader.onerror = () => reject(reader.error ?? new Error("a plot could not be read back"));
    reader.readAsDataURL(blob);
  });
}
