// Why the management canister does not do what it was asked, as the caller gets it.

import { reject } from "./rejects.mjs";

export class Refusal extends Error {
  constructor(code, errorCode, message) {
    super(message);
    this.response = reject(code, errorCode, message);
  }
}
