// The system calls of the Internet Computer that a canister can import from `ic0`.
//
// `host` holds the message being run (`host.message`, see canistermachine.mjs) and the canister's state;
// `instance` its heap. Each entry of the table names the kinds of message that may use the call, as the
// interface specification does: I init and post-upgrade, G pre-upgrade, U update, R query run as an
// update, Q query, Y reply and X reject callback, C cleanup, F inspect_message, T timer and heartbeat,
// s start function.

export class CanisterTrap extends Error {
  /// `errorCode` is the text that clients see, such as IC0503.
  constructor(errorCode, message) {
    super(message);
    this.errorCode = errorCode;
  }
}

const ANY = "IGURQYXCFT";
const EVERYWHERE = `${ANY}s`;
const REPLIES = "URQYX";
const CALLS = "UYXT";
const CHANGES = "IGUYXCT";

/// What the Motoko compiler and the Rust tools import; anything else is refused at install time.
function table(host, instance) {
  const bytes = (get) => ({
    size: () => get().length,
    copy: (target, offset, length) => copyOut(instance, get(), target, offset, length),
  });
  const self = bytes(() => host.canisterId);
  const subnet = bytes(() => host.subnetId);
  const root = bytes(() => host.rootKey);
  const arg = bytes(() => host.message.arg);
  const caller = bytes(() => host.message.caller);
  const rejectText = bytes(() => Buffer.from(host.message.reject?.message ?? "", "utf8"));
  const method = bytes(() => Buffer.from(host.message.method, "utf8"));
  const certificate = bytes(() => host.message.certificate ?? Buffer.alloc(0));
  const noCycles = (target) => instance.write(at(instance, target, 16), Buffer.alloc(16));
  const cost128 = (...args) => noCycles(args[args.length - 1]);
  const cost128WithStatus = (...args) => {
    noCycles(args[args.length - 1]);
    return 0;
  };
  const { stable } = host;
  return {
    msg_arg_data_size: [arg.size, "IURQYF", "I"],
    msg_arg_data_copy: [arg.copy, "IURQYF"],
    msg_caller_size: [caller.size, ANY, "I"],
    msg_caller_copy: [caller.copy, ANY],
    msg_reject_code: [() => host.message.reject?.code ?? 0, "YXC"],
    msg_reject_msg_size: [rejectText.size, "X", "I"],
    msg_reject_msg_copy: [rejectText.copy, "X"],
    msg_deadline: [() => 0n, "URQYX"],
    msg_reply_data_append: [(from, length) => host.appendReply(copyIn(instance, from, length)), REPLIES],
    msg_reply: [() => host.reply(), REPLIES],
    msg_reject: [(from, length) => host.reject(textAt(instance, from, length)), REPLIES],
    msg_cycles_available: [() => 0n, "UYX"],
    msg_cycles_available128: [noCycles, "UYX"],
    msg_cycles_refunded: [() => 0n, "YX"],
    msg_cycles_refunded128: [noCycles, "YX"],
    msg_cycles_accept: [() => 0n, "UYX"],
    msg_cycles_accept128: [(high, low, target) => noCycles(target), "UYX"],
    cycles_burn128: [(high, low, target) => noCycles(target), "IGUYXCT"],
    canister_self_size: [self.size, ANY, "I"],
    canister_self_copy: [self.copy, ANY],
    canister_cycle_balance: [() => host.cycles(false), ANY],
    canister_cycle_balance128: [(target) => writeCycles(instance, target, host.cycles(false)), ANY],
    canister_liquid_cycle_balance128: [(target) => writeCycles(instance, target, host.cycles(true)), ANY],
    canister_status: [() => host.statusNumber, ANY],
    canister_version: [() => BigInt(host.version), ANY],
    root_key_size: [root.size, "IGURYXCT", "I"],
    root_key_copy: [root.copy, "IGURYXCT"],
    subnet_self_size: [subnet.size, ANY, "I"],
    subnet_self_copy: [subnet.copy, ANY],
    msg_method_name_size: [method.size, "F", "I"],
    msg_method_name_copy: [method.copy, "F"],
    accept_message: [() => host.acceptMessage(), "F"],
    call_new: [(...args) => callNew(host, instance, args), CALLS],
    call_on_cleanup: [(fun, env) => host.callOnCleanup({ fun, env }), CALLS],
    call_data_append: [(from, length) => host.callDataAppend(copyIn(instance, from, length)), CALLS],
    call_with_best_effort_response: [() => {}, CALLS],
    call_cycles_add: [(amount) => host.callCyclesAdd(amount), CALLS],
    call_cycles_add128: [(high, low) => host.callCyclesAdd((high << 64n) | low), CALLS],
    call_perform: [() => host.callPerform(), CALLS],
    stable_size: [() => Math.min(stable.size, 65536), EVERYWHERE],
    stable_grow: [(pages) => (stable.size + pages > 65536 ? -1 : stable.grow(pages)), EVERYWHERE],
    stable_write: [(offset, from, length) => stableWrite(host, instance, offset >>> 0, from, length), EVERYWHERE],
    stable_read: [(target, offset, length) => stableRead(host, instance, target, offset >>> 0, length), EVERYWHERE],
    stable64_size: [() => BigInt(stable.size), EVERYWHERE],
    stable64_grow: [(pages) => BigInt(stable.grow(Number(pages))), EVERYWHERE],
    stable64_write: [(offset, from, length) => stableWrite(host, instance, offset, from, length), EVERYWHERE],
    stable64_read: [(target, offset, length) => stableRead(host, instance, target, offset, length), EVERYWHERE],
    certified_data_set: [(from, length) => host.setCertifiedData(copyIn(instance, from, length)), "IGUYXT"],
    data_certificate_present: [() => (host.message.certificate ? 1 : 0), ANY],
    data_certificate_size: [certificate.size, "Q", "I"],
    data_certificate_copy: [certificate.copy, "Q"],
    time: [() => host.message.time, ANY],
    global_timer_set: [(deadline) => host.setTimer(BigInt.asUintN(64, deadline)), CHANGES],
    performance_counter: [(kind) => host.performanceCounter(kind), EVERYWHERE],
    is_controller: [(from, length) => (host.isController(copyIn(instance, from, length)) ? 1 : 0), EVERYWHERE],
    in_replicated_execution: [() => ("QF".includes(host.message.kind) ? 0 : 1), EVERYWHERE],
    env_var_count: [() => 0, ANY, "I"],
    env_var_name_exists: [() => 0, ANY],
    cost_call: [cost128, EVERYWHERE],
    cost_create_canister: [cost128, EVERYWHERE],
    cost_http_request: [cost128, EVERYWHERE],
    cost_http_request_v2: [cost128, EVERYWHERE],
    cost_sign_with_ecdsa: [cost128WithStatus, EVERYWHERE],
    cost_sign_with_schnorr: [cost128WithStatus, EVERYWHERE],
    cost_vetkd_derive_key: [cost128WithStatus, EVERYWHERE],
    debug_print: [(from, length) => host.debugPrint(textAt(instance, from, length)), EVERYWHERE],
    trap: [(from, length) => trap(instance, from, length), EVERYWHERE],
  };
}

/// The import object's `ic0` part. `wide`: sizes are 64-bit numbers.
export function createImports(host, instance, wide) {
  const imports = {};
  for (const [name, [call, kinds, result]] of Object.entries(table(host, instance))) {
    imports[name] = (...args) => {
      if (!kinds.includes(host.message.kind)) {
        throw new CanisterTrap(
          "IC0504",
          `Canister violated contract: "${name}" cannot be executed in ${host.message.mode} mode`,
        );
      }
      const value = call(...args);
      return wide && result === "I" ? BigInt(value) : value;
    };
  }
  return imports;
}

/// Imports of `module` that the local network does not offer, as `module.name`.
export function unknownImports(module) {
  const known = new Set(Object.keys(table({ stable: {} }, {})));
  return WebAssembly.Module.imports(module)
    .filter(({ module: from, name }) => !(from === "ic0" && known.has(name)) && from !== "sheaf")
    .map(({ module: from, name }) => `${from}.${name}`);
}

function writeCycles(instance, target, amount) {
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, amount));
  bytes.writeBigUInt64LE(amount >> 64n, 8);
  instance.write(at(instance, target, 16), bytes);
}

function outOfBounds(what) {
  return new CanisterTrap("IC0502", `Canister trapped: ${what}`);
}

/// `address` as a number after checking that `length` bytes of heap are there.
function at(instance, address, length) {
  const start = number(address);
  if (!instance.contains(start, length)) throw outOfBounds("heap out of bounds");
  return start;
}

function number(value) {
  return typeof value === "bigint" ? Number(value) : value >>> 0;
}

function copyIn(instance, from, length) {
  const size = number(length);
  return Buffer.from(instance.view(at(instance, from, size), size));
}

function textAt(instance, from, length) {
  return copyIn(instance, from, length).toString("utf8");
}

function copyOut(instance, source, target, offset, length) {
  const start = number(offset);
  const size = number(length);
  if (start + size > source.length) throw outOfBounds("read of data that is not there");
  instance.write(at(instance, target, size), source.subarray(start, start + size));
}

function stableWrite(host, instance, offset, from, length) {
  const size = number(length);
  if (!host.stable.contains(number(offset), size)) throw outOfBounds("stable memory out of bounds");
  if (size > 0) host.stable.write(number(offset), instance.view(at(instance, from, size), size));
}

function stableRead(host, instance, target, offset, length) {
  const size = number(length);
  if (!host.stable.contains(number(offset), size)) throw outOfBounds("stable memory out of bounds");
  if (size > 0) host.stable.read(number(offset), instance.writableView(at(instance, target, size), size));
}

function callNew(host, instance, [callee, calleeSize, name, nameSize, replyFun, replyEnv, rejectFun, rejectEnv]) {
  host.callNew({
    callee: copyIn(instance, callee, calleeSize),
    method: textAt(instance, name, nameSize),
    onReply: { fun: replyFun, env: replyEnv },
    onReject: { fun: rejectFun, env: rejectEnv },
  });
}

function trap(instance, from, length) {
  throw new CanisterTrap("IC0503", `Canister called \`ic0.trap\` with message: '${textAt(instance, from, length)}'`);
}
