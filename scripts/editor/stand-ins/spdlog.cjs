// Stands in for @vscode/spdlog, which has no prebuilt binary: writes VS Code's log files, and so fills its Output panel.
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  #file;
  #level = 2;
  #bare = false;

  constructor(_kind, _name, file) {
    this.#file = file;
  }

  log(level, text) {
    if (level < this.#level) return;
    const line = this.#bare ? text : `${localTime()} [${levels[level]}] ${text}\n`;
    try {
      fs.appendFileSync(this.#file, line);
    } catch {
      // The folder goes away while the editor is still closing.
    }
  }

  trace = text => this.log(0, text);
  debug = text => this.log(1, text);
  info = text => this.log(2, text);
  warn = text => this.log(3, text);
  error = text => this.log(4, text);
  critical = text => this.log(5, text);
  getLevel = () => this.#level;
  setLevel = level => {
    this.#level = level;
  };
  setPattern() {} // there is one only: the time, the level and the text
  clearFormatters = () => {
    this.#bare = true;
  };
  flush() {}
  drop() {}
}

/** The time on the wall, in the form the Output panel knows how to colour. */
function localTime() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().replace('T', ' ').replace('Z', '');
}

async function open(name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger('', name, file);
}

// One assignment each: VS Code imports this as an ES module, and only then does Node see the names.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = open;
exports.createAsyncRotatingLogger = open;
