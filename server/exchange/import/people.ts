// Lists of who took part, as tables have them in one cell: `Jaysh al-Islam (defender); Civilians (target)`.
import { roles } from '../../syntax/vocabulary';
import { nameIn } from './draft';

/** A line for each, with the role in brackets behind the name or else the one given; none when that is ''. */
export function actorLines(cell: string, role: string): [key: 'actor', value: string][] {
  return cell
    .split(/;\s*|\n+/)
    .filter(one => one.trim() !== '')
    .map(one => {
      const [, name = one, bracketed = ''] = /^(.*\S)\s*\(([^()]+)\)\s*$/s.exec(one) ?? [];
      const told = roles.find(({ term }) => term === bracketed)?.term;
      const as = told ?? role;
      return ['actor', `${nameIn('actor', told ? name : one)}${as ? ` as ${as}` : ''}`];
    });
}
