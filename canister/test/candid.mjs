// Reads a .did file into the JavaScript agent's types, so that no test repeats the interface by hand.
// Knows what sheaf.did and the compiler's output use: no recursive types, no function references.

import { IDL } from "@icp-sdk/core/candid";

const primitives = {
  bool: IDL.Bool, text: IDL.Text, null: IDL.Null, principal: IDL.Principal, blob: IDL.Vec(IDL.Nat8),
  nat: IDL.Nat, nat8: IDL.Nat8, nat16: IDL.Nat16, nat32: IDL.Nat32, nat64: IDL.Nat64,
  int: IDL.Int, int8: IDL.Int8, int16: IDL.Int16, int32: IDL.Int32, int64: IDL.Int64,
  float32: IDL.Float32, float64: IDL.Float64,
};

/// The service that the text of a .did file describes, as an IDL type.
export function parseService(text) {
  return parseInterface(text).service;
}

/// { service, init }: the IDL type of the service and those of its installation's arguments.
export function parseInterface(text) {
  const tokens = text.replace(/\/\/.*$/gm, "").match(/->|[A-Za-z_]\w*|[{}():;,=]/g);
  const declared = new Map();
  for (let at = 0; tokens[at] === "type"; ) {
    const name = tokens[at + 1];
    const end = endOfType(tokens, at + 3);
    declared.set(name, tokens.slice(at + 3, end));
    at = end + 1;
  }
  const known = new Map();
  const resolve = (name) => {
    if (primitives[name]) return primitives[name];
    if (!declared.has(name)) throw new Error(`unknown type ${name}`);
    if (!known.has(name)) known.set(name, new Parser(declared.get(name), resolve).type());
    return known.get(name);
  };
  const main = tokens.findIndex((token, at) => token === "service" && tokens[at + 1] === ":");
  const parser = new Parser(tokens.slice(main + 2), resolve);
  const init = parser.peek("(") ? parser.tuple() : [];
  if (parser.peek("->")) parser.next();
  if (!parser.peek("{")) return { init, service: new Parser(declared.get(parser.next()).slice(1), resolve).service() };
  return { init, service: parser.service() };
}

/// One line per method and one for the installation's arguments, in which names of types, names of arguments and the
/// order of fields do not show.
export function describe({ service, init }) {
  const methods = service._fields.map(([name, func]) => `${name} : ${func.display()}`).sort();
  return [...methods, `(${init.map((type) => type.display()).join(", ")})`];
}

function endOfType(tokens, start) {
  let depth = 0;
  for (let at = start; ; ++at) {
    if (tokens[at] === "{") ++depth;
    if (tokens[at] === "}") --depth;
    if (tokens[at] === ";" && depth === 0) return at;
  }
}

class Parser {
  constructor(tokens, resolve) {
    this.tokens = tokens;
    this.resolve = resolve;
    this.at = 0;
  }

  next(expected) {
    const token = this.tokens[this.at++];
    if (expected && token !== expected) throw new Error(`expected ${expected}, found ${token}`);
    return token;
  }

  peek(token) {
    return this.tokens[this.at] === token;
  }

  type() {
    const name = this.next();
    if (name === "opt") return IDL.Opt(this.type());
    if (name === "vec") return IDL.Vec(this.type());
    if (name === "record") return IDL.Record(this.fields(() => undefined));
    if (name === "variant") return IDL.Variant(this.fields(() => IDL.Null));
    return this.resolve(name);
  }

  fields(typeOfBareName) {
    const fields = {};
    this.next("{");
    while (!this.peek("}")) {
      const name = this.next();
      fields[name] = this.peek(":") ? (this.next(), this.type()) : typeOfBareName();
      if (!this.peek("}")) this.next(";");
    }
    this.next("}");
    return fields;
  }

  tuple() {
    const types = [];
    this.next("(");
    while (!this.peek(")")) {
      if (this.tokens[this.at + 1] === ":") this.at += 2;
      types.push(this.type());
      if (!this.peek(")")) this.next(",");
    }
    this.next(")");
    return types;
  }

  service() {
    const methods = {};
    this.next("{");
    while (!this.peek("}")) {
      const name = this.next();
      this.next(":");
      const inputs = this.tuple();
      this.next("->");
      const outputs = this.tuple();
      const modes = [];
      while (!this.peek(";") && !this.peek("}")) modes.push(this.next());
      methods[name] = IDL.Func(inputs, outputs, modes);
      if (this.peek(";")) this.next();
    }
    return IDL.Service(methods);
  }
}
