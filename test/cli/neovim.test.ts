// The set-up for Neovim in docs/editors.md, in a real Neovim without a screen. Skipped where there is none.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { buildProgram, clean, type Program } from './program';

const neovim = process.env.NEOVIM ?? 'nvim';
const missing = spawnSync(neovim, ['--version']).error && 'there is no Neovim here (`nvim`, or what NEOVIM names)';

let program: Program;
before(async () => {
  if (!missing) program = await buildProgram();
});
after(() => program?.remove());

/** What docs/editors.md has its readers put into init.lua, with this program as `qalam`. */
function setUp(): string {
  const [, lua] = /```lua\n([\s\S]*?)```/.exec(fs.readFileSync('docs/editors.md', 'utf8'))!;
  const command = [process.execPath, program.file].map(word => JSON.stringify(word)).join(', ');
  const changed = lua!.replace("{ 'qalam',", `{ ${command},`);
  assert.notEqual(changed, lua);
  return changed;
}

/** Neovim 0.7 has the parts of `vim.lsp.start`, but not yet the function. */
const standIn = `
vim.g.do_filetype_lua = 1
if not vim.lsp.start then
  vim.lsp.start = function(config)
    vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
  end
end
`;

/** Opens the report, asks the server as a person would, and writes down what came back. */
const session = `
vim.cmd('edit report.qalam')
local function ask(method, line, character)
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(0) },
    position = { line = line, character = character },
    range = { start = { line = line, character = character }, ['end'] = { line = line, character = character } },
    context = { diagnostics = {} },
    options = { tabSize = 2, insertSpaces = true },
  }
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 10000) or {}) do
    if answer.result then return answer.result end
  end
end
local seen = { filetype = vim.bo.filetype }
seen.found = vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
seen.diagnostics = vim.tbl_map(function(one) return one.message end, vim.diagnostic.get(0))
seen.hover = ask('textDocument/hover', 10, 11)
seen.completion = ask('textDocument/completion', 10, 13)
seen.actions = ask('textDocument/codeAction', 11, 12)
seen.lenses = ask('textDocument/codeLens', 0, 0)
vim.fn.writefile({ vim.fn.json_encode(seen) }, 'seen.json')
vim.cmd('qall!')
`;

test('Neovim shows findings, cards, completions, fixes and lenses', { skip: missing ?? false }, () => {
  const folder = program.folder({
    'report.qalam': clean.replace('Syrian army as attacker', 'Syrian armmy as attacker'),
    'init.lua': `${standIn}${setUp()}`,
    'session.lua': session,
  });
  const ran = spawnSync(neovim, ['--headless', '--clean', '-u', 'init.lua', '-S', 'session.lua'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, HOME: folder, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder },
  });
  assert.ok(fs.existsSync(path.join(folder, 'seen.json')), ran.stderr);
  const seen = JSON.parse(fs.readFileSync(path.join(folder, 'seen.json'), 'utf8'));
  assert.equal(seen.filetype, 'qalam');
  assert.match(seen.diagnostics.join(), /“Syrian armmy”/);
  assert.match(seen.hover.contents.value, /geonames:170589/);
  assert.equal(seen.completion.items[0].label, 'Aḑ Ḑumayr');
  assert.ok(seen.actions.some(({ title }: { title: string }) => /Syrian Arab Army/.test(title)));
  assert.deepEqual(
    seen.lenses.map(({ command }: { command: { title: string } }) => command.title),
    ['cited by 1 event'],
  );
});
