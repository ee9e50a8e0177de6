// A workspace with secrets, and what an export of a text beside them says.
import { toJson } from '../../../server/exchange/json';
import { jsonText, snapshot, uri } from './sample';

export const secrets = `place "Safehouse Kilo"
  location: 31.2222, 37.2222
  also: Kilo House, بيت كيلو
  private: yes

actor "Informer Cell"
  kind: rebel group
  acronym: IC
  private: yes

source secret-src
  publisher: Someone
  private: yes

event night-1
  type: Presence
  private: yes

`;

/** What an export of some text says, in a workspace that has those secrets. */
export const export_ = (text: string, includePrivate = false, name = 'a.qalam') => {
  const world = snapshot({ [name]: text, 'secrets.qalam': secrets });
  const { document, losses } = toJson(world, [uri(name)], { includePrivate });
  return { document, text: jsonText(document), losses: losses.map(({ line, message }) => `${line + 1} ${message}`) };
};

/** What no export may show. */
export const secret = /kilo|informer|\bIC\b|secret.?src|night-1|كيلو|3[17]\.2/i;
