// Answers that change a text: its look, and what can be done about findings.
import { type CodeAction, CodeActionKind, type Connection } from 'vscode-languageserver';
import { actions } from '../../features/actions';
import { checkNow } from '../../features/checks';
import { formatting, onTypeFormatting, rangeFormatting } from '../../features/formatting';
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

  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }): CodeAction[] => {
    const text = asking.tree({ textDocument: { uri } })?.text;
    if (!text || (only && !only.some(kind => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix)))
      return [];
    return actions(checkNow(asking.snapshot, uri), toSpan(text, range)).map(({ finding, fix }) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(text, finding)],
      ...(fix.preferred && { isPreferred: true }),
      edit: asking.changes(new Map([[uri, fix.edits]])),
    }));
  });
}
