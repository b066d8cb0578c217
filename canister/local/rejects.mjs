// Answers of calls: `{status: 'replied', arg}` or `{status: 'rejected', code, errorCode, message}`.

export function reply(arg) {
  return { status: "replied", arg };
}

/// `code`: reject code of the interface specification; `errorCode`: the finer text such as IC0503.
export function reject(code, errorCode, message) {
  return { status: "rejected", code, errorCode, message };
}
