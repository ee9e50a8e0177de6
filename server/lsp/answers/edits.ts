// Answers that change a text: its look, and what can be done about findings.
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Connection,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type Action, type ActionKind, type Asked, actions } from '../../features/actions';
import { quickFixes } from '../../features/actions/fixes';
import { checkNow } from '../../features/checks';
import { formatting, onTypeFormatting, rangeFormatting } from '../../features/formatting';
import { isolated } from '../../semantics/direction';
import type { Asking } from '../asking';
import { toDiagnostic, toSpan, toTextEdit } from '../convert';

export function answerEdits(connection: Connection, asking: Asking): void {
  connection.onDocumentFormatting(params => {
    const tree = asking.tree(params);
    return tree && formatting(tree).map(edit => toTextEdit(tree.text, edit));
  });

  connection.onDocumentRangeFormatting(params => {
    const tree = asking.tree(params);
    return tree && rangeFormatting(tree, toSpan(tree.text, params.range)).map(edit => toTextEdit(tree.text, edit));
  });

  connection.onDocumentOnTypeFormatting(params => {
    const tree = asking.tree(params);
    if (!tree) return;
    return onTypeFormatting(tree, tree.text.offsetAt(params.position), params.ch).map(edit =>
      toTextEdit(tree.text, edit),
    );
  });

  const asked = (uri: string, range: Range): Asked | undefined => {
    const text = asking.tree({ textDocument: { uri } })?.text;
    return (
      text && {
        snapshot: asking.snapshot,
        uri,
        span: toSpan(text, range),
        findings: checkNow(asking.snapshot, uri),
        gazetteerUri: gazetteerFor(uri, asking),
      }
    );
  };

  connection.onCodeAction(
    asking.whenReadyOrLate(({ textDocument: { uri }, range, context }): CodeAction[] => {
      const settings = wants(context, 'quickfix') ? asking.settingsFile(uri) : undefined;
      if (settings) return settingsActions(settings, uri, range);
      const where = asked(uri, range);
      return where ? actions(where, kind => wants(context, kind)).map(action => toCodeAction(action, uri, range)) : [];
    }),
  );

  // What takes a search is worked out when the action is chosen; by then it must still be there.
  connection.onCodeActionResolve(action => {
    const later: Later | undefined = action.data;
    if (!later) return action;
    const { uri, range } = later;
    const where = asked(uri, range);
    const same =
      where && actions(where, kind => kind === action.kind).find(({ title }) => isolated(title) === action.title);
    return same ? { ...action, edit: editOf(same) } : action;
  });

  function toCodeAction(action: Action, uri: string, range: Range): CodeAction {
    const { title, kind, finding, preferred, costly } = action;
    return {
      title: isolated(title),
      kind,
      ...(finding && { diagnostics: [toDiagnostic(asking.text(uri), finding, asking.snapshot)] }),
      ...(preferred && { isPreferred: true }),
      ...(costly && asking.client().resolvesActions
        ? { data: { uri, range } satisfies Later }
        : { edit: editOf(action) }),
    };
  }

  const editOf = ({ edits, creates }: Action): WorkspaceEdit =>
    creates === undefined ? asking.changes(edits()) : asking.creation(creates, edits());
}

/** What mends a settings file, which is no part of the workspace. */
const settingsActions = (
  { text, findings }: NonNullable<ReturnType<Asking['settingsFile']>>,
  uri: string,
  range: Range,
): CodeAction[] =>
  quickFixes({ uri, span: toSpan(text, range), findings }).map(({ title, kind, edits, finding, preferred }) => ({
    title,
    kind,
    ...(finding && { diagnostics: [toDiagnostic(text, finding)] }),
    ...(preferred && { isPreferred: true }),
    edit: { changes: { [uri]: (edits().get(uri) ?? []).map(edit => toTextEdit(text, edit)) } },
  }));

/** What a client sends back with an action whose edit it wants. */
interface Later {
  readonly uri: string;
  readonly range: Range;
}

/** Actions on a whole file are offered to those who ask for them, not at every move of the caret. */
function wants({ only, triggerKind }: CodeActionContext, kind: ActionKind): boolean {
  if (only) return only.some(one => one === CodeActionKind.Empty || kind === one || kind.startsWith(`${one}.`));
  return triggerKind !== CodeActionTriggerKind.Automatic || !kind.startsWith('source.');
}

/** The file of the workspace's own places and groups; undefined where it would have to be made and cannot be. */
function gazetteerFor(uri: string, asking: Asking): string | undefined {
  const folder = asking.folderOf(uri);
  const file = folder && `${folder}/${asking.settings().gazetteerFile.split('/').map(encodeURIComponent).join('/')}`;
  return file && (asking.snapshot.files.has(file) || asking.client().createsFiles) ? file : undefined;
}
