// Bodies of HTTP requests, and answers: {status, headers, body}.

import { encodeCbor } from "./cbor.mjs";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "POST, GET",
  "access-control-allow-headers": "Accept, Authorization, Content-Type",
};

/// A CBOR answer.
export function cbor(value) {
  return { status: 200, headers: { "content-type": "application/cbor" }, body: encodeCbor(value) };
}

/// A plain answer.
export function text(status, message) {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body: message };
}

/// The request's body, undefined if the client went away. Bytes over the limit are dropped, so that the
/// length still tells.
export async function readBody(request, limit) {
  const parts = [];
  let size = 0;
  try {
    for await (const part of request) {
      size += part.length;
      if (size <= limit + part.length) parts.push(part);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(parts);
}

/// `cut`: promise the whole body, send so many bytes of it, and close.
export function send(response, { status, headers, body, cut }) {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...CORS, ...headers, "content-length": bytes.length });
  if (cut === undefined) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, cut), () => response.destroy());
}
