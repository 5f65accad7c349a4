/** An SVG with a size of its own as a PNG, in base64, with `scale` pixels a px. Rejects where this browser cannot draw it. */
export async function rasterize(svg: string, scale: number): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(image.naturalWidth * scale);
  canvas.height = Math.ceil(image.naturalHeight * scale);
  const context = canvas.getContext("2d");
  if (context === null)
    throw new Error("this browser gives no 2d canvas, so plots cannot be drawn as pixels");
  context.scale(scale, scale);
  context.drawImage(image, 0, 0);
  const [, base64 = ""] = canvas.toDataURL("image/png").split(",");
  return base64;
}
