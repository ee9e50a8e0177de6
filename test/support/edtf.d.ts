// The edtf package, which our grammar is proven against, ships no types.
declare module 'edtf' {
  export default function edtf(text: string, options?: object): unknown;
}
