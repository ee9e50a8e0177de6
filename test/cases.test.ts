// Runs the text cases in test/cases: each file is named after a feature, and perhaps a part of it; `UPDATE=1` writes the answers anew.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { actions } from '../server/features/actions';
import { fixesAt } from '../server/features/actions/fixes';
import { check } from '../server/features/checks';
import { codeLenses } from '../server/features/codeLens';
import { complete } from '../server/features/completion';
import { definition } from '../server/features/definition';
import { folding } from '../server/features/folding';
import { formatting, onTypeFormatting, rangeFormatting } from '../server/features/formatting';
import { highlights } from '../server/features/highlights';
import { hover } from '../server/features/hover';
import { hintDefaults, hintKinds, inlayHints } from '../server/features/inlayHints';
import { linkedEditing } from '../server/features/linkedEditing';
import { links } from '../server/features/links';
import { references } from '../server/features/references';
import { rename } from '../server/features/rename';
import { selectionRanges } from '../server/features/selectionRanges';
import { signatureHelp } from '../server/features/signatureHelp';
import { symbols } from '../server/features/symbols';
import { timeline } from '../server/features/timeline';
import { tokens } from '../server/features/tokens';
import { workspaceSymbols } from '../server/features/workspaceSymbols';
import type { Caret } from '../server/semantics/caret';
import { applyEdits } from '../server/text/edit';
import { draw } from './support/draw';
import { root, snapshotFrom } from './support/world';

/** A case: files, the caret in the last of them (or where `$0` stands), what is asked, and the answer. */
interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly uri: string;
  readonly offset: number;
  readonly argument: string;
  readonly answer: string;
}

type Feature = (caret: Caret, files: Case['files'], argument: string) => string;

const nothing = '(nothing)';
const lines = (list: readonly string[]): string => list.join('\n') || nothing;

const features: Readonly<Record<string, Feature>> = {
  checks: ({ snapshot, uri }, files) =>
    lines(
      check(snapshot, uri).map(({ span, severity, code, message }) =>
        draw(files[uri]!, span, `${severity} ${code}: ${message}`),
      ),
    ),
  fixes: ({ snapshot, uri, offset }, files) =>
    lines(
      fixesAt(check(snapshot, uri), { start: offset, end: offset }).map(({ fix }) => {
        const changed = applyEdits(files[uri]!, fix.edits).split('\n');
        const before = new Set(files[uri]!.split('\n'));
        return `${fix.title}${fix.preferred ? ' (preferred)' : ''}\n${changed
          .filter(line => !before.has(line))
          .map(line => `  | ${line}`)
          .join('\n')}`;
      }),
    ),
  actions: ({ snapshot, uri, offset }, files, gazetteerUri) => {
    const findings = check(snapshot, uri);
    const asked = { snapshot, uri, span: { start: offset, end: offset }, findings, gazetteerUri };
    return lines(
      actions({ ...asked, gazetteerUri: gazetteerUri || undefined }, () => true)
        .filter(({ finding, title }) => !finding || / all |^Ignore |^Add .* to /.test(title))
        .flatMap(({ title, kind, edits, creates }) => [
          `${kind}: ${title}${creates ? ` (makes ${creates})` : ''}`,
          ...[...edits()].map(([file, list]) => `--> ${file}\n${applyEdits(files[file] ?? '', list)}`.trimEnd()),
        ]),
    );
  },
  hover: (caret, files) => {
    const found = hover(caret);
    return found ? `${draw(files[caret.uri]!, found.span)}\n${found.markdown}` : nothing;
  },
  completion: (caret, files) => {
    const found = complete(caret);
    if (!found) return nothing;
    const items = found.items
      .slice(0, 12)
      .map(({ label, detail, insert = label }) => `${label} · ${detail} → ${insert.replace(/\n/g, '⏎')}`);
    const more = found.items.length > 12 ? [`… ${found.items.length - 12} more`] : [];
    const goes = { start: found.span.start, end: found.span.end + (found.rest ?? 0) };
    return lines([draw(files[caret.uri]!, goes, found.incomplete ? 'incomplete' : ''), ...items, ...more]);
  },
  definition: (caret, files) => lines(definition(caret).map(({ uri, name }) => `${uri}\n${draw(files[uri]!, name)}`)),
  references: (caret, files) =>
    lines(references(caret, true).map(({ uri, span }) => `${uri}\n${draw(files[uri]!, span)}`)),
  rename: (caret, files, name) => {
    const renaming = rename(caret, name);
    if (!renaming.ok) return renaming.message;
    const { keep } = renaming;
    const kept = keep && applyEdits(files[keep.uri]!, [keep.edit]).split('\n');
    return lines([
      ...[...renaming.edits].map(([uri, edits]) => `--> ${uri}\n${applyEdits(files[uri]!, edits)}`.trimEnd()),
      ...(kept ? [`May keep “${keep.old}”:${kept.find(line => !files[keep.uri]!.split('\n').includes(line))}`] : []),
    ]);
  },
  symbols: ({ snapshot, uri }, files) =>
    lines(
      symbols(snapshot.files.get(uri)!.tree).map(
        ({ kind, name, detail, title }) => `${draw(files[uri]!, title)}\n${kind} ${name} · ${detail}`,
      ),
    ),
  folding: ({ snapshot, uri }) =>
    lines(folding(snapshot.files.get(uri)!.tree).map(({ from, to, kind }) => `${from + 1}–${to + 1} ${kind}`)),
  formatting: ({ snapshot, uri }, files) =>
    applyEdits(files[uri]!, formatting(snapshot.files.get(uri)!.tree)).trimEnd() || nothing,
  rangeFormatting: ({ snapshot, uri, offset }, files, argument) => {
    const end = offset + Number(argument || 0);
    return applyEdits(files[uri]!, rangeFormatting(snapshot.files.get(uri)!.tree, { start: offset, end })).trimEnd();
  },
  onTypeFormatting: ({ snapshot, uri, offset }, files) => {
    const typed = files[uri]![offset - 1]!;
    const edits = onTypeFormatting(snapshot.files.get(uri)!.tree, offset, typed);
    return edits.length ? applyEdits(files[uri]!, edits).trimEnd() : nothing;
  },
  highlights: (caret, files) =>
    lines(highlights(caret).map(({ span, gives }) => draw(files[caret.uri]!, span, gives ? 'given' : 'used'))),
  selectionRanges: (caret, files) =>
    lines(selectionRanges(caret).map(({ start, end }) => JSON.stringify(files[caret.uri]!.slice(start, end)))),
  linkedEditing: (caret, files) => lines(linkedEditing(caret).map(span => draw(files[caret.uri]!, span))),
  links: ({ snapshot, uri }, files) =>
    lines(links(snapshot.files.get(uri)!.tree).map(({ span, address }) => draw(files[uri]!, span, address))),
  tokens: ({ snapshot, uri }, files) =>
    lines(
      tokens(snapshot, uri).map(
        ({ span: { start, end }, type, modifiers }) =>
          `${[type, ...modifiers].join(' ')}: ${JSON.stringify(files[uri]!.slice(start, end))}`,
      ),
    ),
  inlayHints: ({ snapshot, uri }, files, argument) =>
    lines(
      inlayHints(
        snapshot,
        uri,
        { start: 0, end: files[uri]!.length },
        new Set(hintKinds.filter(kind => (argument ? kind === argument : hintDefaults[kind]))),
      ).map(({ at, kind, label }) => draw(files[uri]!, { start: at, end: at }, `${kind} ${label}`)),
    ),
  codeLens: ({ snapshot, uri }, files) =>
    lines(codeLenses(snapshot, uri).map(({ span, title }) => draw(files[uri]!, span, title))),
  timeline: ({ snapshot }) =>
    lines(
      timeline(snapshot).map(
        ({ uri, id, title, date, place, day }) => `${day || '(no day)'} ${id} · ${title} · ${date} · ${place} · ${uri}`,
      ),
    ),
  workspaceSymbols: ({ snapshot }, files, query) =>
    lines(
      workspaceSymbols(snapshot, query).map(
        ({ uri, span, kind, name, detail }) => `${uri}\n${draw(files[uri]!, span, `${kind}: ${name} (${detail})`)}`,
      ),
    ),
  signatureHelp: caret => {
    const found = signatureHelp(caret);
    return found
      ? lines(found.forms.map(({ label, means }, i) => `${i === found.active ? '>' : ' '} ${label} · ${means}`))
      : nothing;
  },
};

const folder = path.join(root, 'test/cases');
for (const file of fs.readdirSync(folder).filter(name => name.endsWith('.txt'))) {
  const feature = features[file.split('.')[0]!];
  test(file, async t => {
    assert.ok(feature, `no feature is called ${file}`);
    const cases = read(fs.readFileSync(path.join(folder, file), 'utf8'));
    assert.ok(cases.length, 'a file of cases has cases');
    const answers: string[] = [];
    for (const one of cases) {
      await t.test(one.title, () => {
        const asked = { snapshot: snapshotFrom(one.files), uri: one.uri, offset: one.offset };
        const answer = feature(asked, one.files, one.argument).replace(/[ \t]+$/gm, '');
        answers.push(answer);
        if (process.env.UPDATE === '1') return;
        assert.notEqual(one.answer, '', 'a case without an answer fails: read what UPDATE=1 writes, then keep it');
        assert.equal(answer, one.answer);
      });
    }
    if (process.env.UPDATE === '1')
      fs.writeFileSync(
        path.join(folder, file),
        write(cases, answers, fs.readFileSync(path.join(folder, file), 'utf8')),
      );
  });
}

/** Cases begin with `=== title`, files with `--- name`, the answer with `==>`, behind which a feature's argument stands. */
function read(text: string): Case[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const [head, answer = ''] = part.split(/^==>/m) as [string, string?];
      const [title = '', ...parts] = head.split(/^--- /m);
      const files: Record<string, string> = {};
      let uri = '';
      let offset = 0;
      for (const one of parts) {
        const name = one.slice(0, one.indexOf('\n')).trim();
        const body = one.slice(one.indexOf('\n') + 1);
        const at = body.indexOf('$0');
        if (at >= 0 || !uri) [uri, offset] = [name, Math.max(0, at)];
        files[name] = body.replace('$0', '');
      }
      const argument = answer.slice(0, answer.indexOf('\n') < 0 ? undefined : answer.indexOf('\n')).trim();
      return {
        title: title.trim(),
        files,
        uri,
        offset,
        argument,
        answer: answer.slice(answer.indexOf('\n') + 1).trimEnd(),
      };
    });
}

/** The same cases with other answers. */
function write(cases: readonly Case[], answers: readonly string[], before: string): string {
  const parts = before.split(/^=== /m);
  return parts
    .map((part, i) => {
      if (i === 0) return part;
      const head = part.split(/^==>/m)[0]!.trimEnd();
      return `=== ${head}\n==>${cases[i - 1]!.argument ? ` ${cases[i - 1]!.argument}` : ''}\n${answers[i - 1]}\n\n`;
    })
    .join('')
    .trimEnd()
    .concat('\n');
}
