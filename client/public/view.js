// Runs before the first paint, so that a chosen theme or size does not flash: client/state/view.ts writes what is read here.
try {
  const view = JSON.parse(localStorage.getItem("view") ?? "{}");
  if (view.theme === "light" || view.theme === "dark") document.documentElement.dataset.theme = view.theme;
  if (view.size === "projector") document.documentElement.dataset.size = view.size;
} catch {
  // Storage that is blocked or spoilt leaves the system's theme.
}
