// Stands in for VS Code's native watchdog, which has no prebuilt binary: an extension host ends when its parent is gone.
exports.start = parent => {
  const look = () => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  };
  setInterval(look, 1000).unref();
};

exports.exit = code => process.exit(code || 0);
