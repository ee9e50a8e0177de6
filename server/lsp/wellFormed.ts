// Which messages have the shape that the protocol gives them; any other is answered in a sentence and goes no further.
import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  Message,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

type Shape = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Shape>>;

const text: Shape = value => typeof value === 'string';
const count: Shape = value => Number.isInteger(value);
const list =
  (shape: Shape): Shape =>
  value =>
    Array.isArray(value) && value.every(shape);
const object =
  (fields: Fields): Shape =>
  value =>
    faultOf(fields, value) === undefined;
/** Clients may write `null` for what they leave out. */
const optional =
  (shape: Shape): Shape =>
  value =>
    value === undefined || value === null || shape(value);
const orNull =
  (shape: Shape): Shape =>
  value =>
    value === null || shape(value);

/** An absolute address (RFC 3986). */
const uri: Shape = value => typeof value === 'string' && /^[a-z][a-z\d+.-]*:/i.test(value);
const position = object({ line: count, character: count });
const range = object({ start: position, end: position });

const file: Fields = { textDocument: object({ uri }) };
const at: Fields = { ...file, position };
const within: Fields = { ...file, range };

/** What each message must bring, of what this server reads. A message that is not named here may bring anything. */
const messages: Readonly<Record<string, Fields>> = {
  'textDocument/didOpen': { textDocument: object({ uri, text }) },
  'textDocument/didChange': { ...file, contentChanges: list(object({ text, range: optional(range) })) },
  'textDocument/didClose': file,
  'workspace/didChangeWatchedFiles': { changes: list(object({ uri, type: count })) },
  'workspace/didChangeConfiguration': {},
  'textDocument/completion': at,
  'completionItem/resolve': { label: text },
  'textDocument/hover': at,
  'textDocument/signatureHelp': at,
  'textDocument/definition': at,
  'textDocument/references': { ...at, context: object({}) },
  'textDocument/documentHighlight': at,
  'textDocument/prepareRename': at,
  'textDocument/rename': { ...at, newName: text },
  'textDocument/linkedEditingRange': at,
  'textDocument/documentSymbol': file,
  'textDocument/foldingRange': file,
  'textDocument/selectionRange': { ...file, positions: list(position) },
  'textDocument/documentLink': file,
  'textDocument/semanticTokens/full': file,
  'textDocument/semanticTokens/range': within,
  'textDocument/inlayHint': within,
  'textDocument/codeLens': file,
  'textDocument/formatting': file,
  'textDocument/rangeFormatting': within,
  'textDocument/onTypeFormatting': { ...at, ch: text },
  'textDocument/codeAction': { ...within, context: object({ only: optional(list(text)) }) },
  'codeAction/resolve': { title: text, data: optional(object({ uri, range })) },
  'textDocument/diagnostic': file,
  'workspace/symbol': { query: text },
  'qalam/export': { format: text, uris: orNull(list(uri)) },
  'qalam/import': { format: text, name: text, text, target: text },
  'qalam/tree': { uri },
};

/** The first field that is missing or is something else; '' when there are no fields at all, undefined when all is well. */
function faultOf(fields: Fields, value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return '';
  const given = value as Readonly<Record<string, unknown>>;
  return Object.keys(fields).find(key => !fields[key]!(given[key]));
}

const REFUSED = 'qalam/refused';
interface Refused {
  readonly why: string;
}

/** Puts what is wrong with a message in its place; a good message as it is. */
function checked(message: Message): Message {
  if (!Message.isRequest(message) && !Message.isNotification(message)) return message;
  const { method, params }: RequestMessage | NotificationMessage = message;
  const fields = Object.hasOwn(messages, method) ? messages[method] : undefined;
  const fault = fields && faultOf(fields, params);
  if (fault === undefined) return message;
  const why = `${method} ${fault ? `has no proper “${fault}”` : 'has no parameters'}.`;
  return { ...message, method: REFUSED, params: { why } satisfies Refused } as Message;
}

/** For whoever makes the connection: looks at every message before anything else does. */
export const wellFormed: ConnectionOptions = {
  messageStrategy: { handleMessage: (message, next) => next(checked(message)) },
};

/** Answers what `wellFormed` refused: a request with an error, a notification with a line in the log. */
export function answerMalformed(connection: Connection): void {
  connection.onRequest(REFUSED, ({ why }: Refused) => new ResponseError<void>(ErrorCodes.InvalidParams, why));
  connection.onNotification(REFUSED, ({ why }: Refused) => connection.console.warn(`A message is left out: ${why}`));
}
