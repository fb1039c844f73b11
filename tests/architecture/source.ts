// Reads one source file of the app: what it imports, what it hands on, and which globals it uses.
import ts from 'typescript';

export interface Source {
  /** Every module it names: imports and exports, type-only or not, `import()` and `import('…').Type`. */
  readonly imports: readonly string[];
  /** Whether it exports what it has imported. */
  readonly handsOn: boolean;
  /** Names that it uses and does not declare, with `Date.now` and `Math.random` in one piece and `new Date` for now. */
  readonly globals: ReadonlySet<string>;
}

const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g;
const NOT_CODE = /<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style>/g;
/** Of markup only the clock and chance are looked for: it is not parsed. */
const IN_MARKUP = /\b(?:Date\.now|Math\.random|crypto|performance)\b|\bnew Date(?=\(\))/g;

const isNameOnly = (node: ts.Identifier): boolean => {
  const { parent } = node;
  return (
    ('name' in parent && parent.name === node) ||
    ('propertyName' in parent && parent.propertyName === node) ||
    (ts.isQualifiedName(parent) && parent.right === node)
  );
};

const isDeclaration = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isBindingElement(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isClassDeclaration(node) ||
  ts.isImportSpecifier(node) ||
  ts.isImportClause(node) ||
  ts.isNamespaceImport(node);

/** `Date.now`, `Math.random`, `new Date` (without arguments), or the name itself. */
function useOf(node: ts.Identifier): string {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
    const use = `${node.text}.${parent.name.text}`;
    return use === 'Date.now' || use === 'Math.random' ? use : node.text;
  }
  if (ts.isNewExpression(parent) && parent.expression === node && !parent.arguments?.length) {
    return `new ${node.text}`;
  }
  return node.text;
}

const moduleOf = (node: ts.Node): ts.Node | undefined => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  return undefined;
};

/** `path` only tells Svelte components from the rest. */
export function readSource(path: string, text: string): Source {
  const svelte = path.endsWith('.svelte');
  const code = svelte ? [...text.matchAll(SCRIPT)].map(([, script = '']) => script).join('\n') : text;
  const markup = svelte ? text.replace(SCRIPT, '').replace(NOT_CODE, '') : '';

  const imports: string[] = [];
  const imported = new Set<string>();
  const exported: string[] = [];
  const declared = new Set<string>();
  const used = new Map<string, Set<string>>();
  let reExports = false;

  const visit = (node: ts.Node): void => {
    const module = moduleOf(node);
    if (module && ts.isStringLiteralLike(module)) imports.push(module.text);
    if (ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier) reExports = true;
      else if (node.exportClause && ts.isNamedExports(node.exportClause)) {
        exported.push(
          ...node.exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text),
        );
      }
    }
    if (ts.isIdentifier(node)) {
      if (isDeclaration(node.parent) && isNameOnly(node)) {
        declared.add(node.text);
        if (ts.isImportSpecifier(node.parent) || ts.isImportClause(node.parent)) imported.add(node.text);
      } else if (!isNameOnly(node)) {
        used.set(node.text, (used.get(node.text) ?? new Set()).add(useOf(node)));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));

  const globals = [...used].filter(([name]) => !declared.has(name)).flatMap(([, uses]) => [...uses]);
  return {
    imports,
    handsOn: reExports || exported.some((name) => imported.has(name)),
    globals: new Set([...globals, ...[...markup.matchAll(IN_MARKUP)].map(([use]) => use)]),
  };
}
