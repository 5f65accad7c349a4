// Preloaded into every child of these tools: when the parent is gone, however it went, the child ends too, so that no
// server outlives the command that started it.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
