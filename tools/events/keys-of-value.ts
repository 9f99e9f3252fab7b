import { EnumType, SubNodeParser } from 'ts-json-schema-generator';
import ts from 'typescript';

/** Reads `keyof typeof VALUE`, of which only the keys matter: the generator by itself would read the whole value. */
export class KeysOfValue implements SubNodeParser {
  constructor(private readonly checker: ts.TypeChecker) {}

  supportsNode(node: ts.Node): boolean {
    return ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword && ts.isTypeQueryNode(node.type);
  }

  createType(node: ts.TypeOperatorNode): EnumType {
    const keys = this.checker.getTypeFromTypeNode(node);
    const literals = (keys.isUnion() ? keys.types : [keys]) as (ts.StringLiteralType | ts.NumberLiteralType)[];
    return new EnumType(
      `keys-${node.getSourceFile().fileName}-${node.pos}`,
      literals.map(({ value }) => value),
    );
  }
}
