// Loaded into the VS Code server and every process it starts: they end when the script that started them is gone.
const owner = Number(process.env.QALAM_EDITOR_OWNER);

if (owner) {
  setInterval(() => {
    try {
      process.kill(owner, 0);
    } catch {
      process.exit(87);
    }
  }, 1000).unref();
}
