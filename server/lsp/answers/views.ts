// Answers that an editor draws around or into a text: outlines, folds, colours, links, hints, lenses.
import type { Connection, SelectionRange, WorkspaceSymbol } from 'vscode-languageserver';
import { codeLenses } from '../../features/codeLens';
import { folding } from '../../features/folding';
import { inlayHints } from '../../features/inlayHints';
import { links } from '../../features/links';
import { selectionRanges } from '../../features/selectionRanges';
import { symbols } from '../../features/symbols';
import { tokens } from '../../features/tokens';
import { workspaceSymbols } from '../../features/workspaceSymbols';
import type { Span } from '../../text/span';
import type { Asking, InFile } from '../asking';
import {
  encodeTokens,
  symbolKinds,
  toCodeLens,
  toDocumentLink,
  toDocumentSymbol,
  toFoldingRange,
  toInlayHint,
  toRange,
  toSpan,
} from '../convert';

export function answerViews(connection: Connection, asking: Asking): void {
  connection.onDocumentSymbol(params => {
    const tree = asking.tree(params);
    return tree && symbols(tree).map(symbol => toDocumentSymbol(tree.text, symbol));
  });

  connection.onWorkspaceSymbol(
    asking.whenReady(({ query }): WorkspaceSymbol[] =>
      workspaceSymbols(asking.snapshot, query).map(({ name, kind, detail, ...where }) => ({
        name,
        kind: symbolKinds[kind],
        containerName: detail,
        location: asking.location(where),
      })),
    ),
  );

  connection.onFoldingRanges(params => {
    const tree = asking.tree(params);
    return tree && folding(tree).map(toFoldingRange);
  });

  connection.onSelectionRanges(({ textDocument, positions }) => {
    const carets = positions.flatMap(position => asking.caret({ textDocument, position }) ?? []);
    return carets.flatMap(caret => nested(selectionRanges(caret), span => toRange(asking.text(caret.uri), span)) ?? []);
  });

  connection.onDocumentLinks(params => {
    const tree = asking.tree(params);
    return tree && links(tree).map(link => toDocumentLink(tree.text, link));
  });

  const tokensOf = (params: InFile, within?: Span) => {
    const text = asking.tree(params)?.text;
    return { data: text ? encodeTokens(text, tokens(asking.snapshot, params.textDocument.uri, within)) : [] };
  };
  connection.languages.semanticTokens.on(asking.whenReadyOrLate(params => tokensOf(params)));
  connection.languages.semanticTokens.onRange(
    asking.whenReadyOrLate(params => {
      const text = asking.tree(params)?.text;
      return tokensOf(params, text && toSpan(text, params.range));
    }),
  );

  connection.languages.inlayHint.on(
    asking.whenReadyOrLate(params => {
      const text = asking.tree(params)?.text;
      if (!text) return null;
      const { hints } = asking.settings();
      const within = toSpan(text, params.range);
      return inlayHints(asking.snapshot, params.textDocument.uri, within, hints).map(hint => toInlayHint(text, hint));
    }),
  );

  connection.onCodeLens(
    asking.whenReady(params => {
      const text = asking.tree(params)?.text;
      if (!text || !asking.settings().codeLens) return null;
      const { uri } = params.textDocument;
      return codeLenses(asking.snapshot, uri).map(lens => toCodeLens(text, uri, lens, asking.client().showReferences));
    }),
  );
}

/** Each range within the next; undefined when there is none. */
const nested = (spans: readonly Span[], toRange: (span: Span) => SelectionRange['range']): SelectionRange | undefined =>
  spans.reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: toRange(span), ...(parent && { parent }) }),
    undefined,
  );
