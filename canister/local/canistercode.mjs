// The code of a canister: compiling, installing, upgrading, removing. A change that traps leaves code,
// heap and stable memory as they were.

import { CanisterInstance } from "./canisterinstance.mjs";
import { MessageHost, rejectOfTrap } from "./messagehost.mjs";
import { reject } from "./rejects.mjs";
import { CanisterTrap, unknownImports } from "./systemapi.mjs";
import { WasmError } from "./wasmreader.mjs";
import { rewriteModule } from "./wasmrewrite.mjs";

export class CanisterCode extends MessageHost {
  /// `config` as MessageHost has it; `store` a StateStore.
  constructor(config, store) {
    super(config);
    this.store = store;
  }

  compile(wasm) {
    let module;
    try {
      module = new WebAssembly.Module(rewriteModule(wasm));
    } catch (error) {
      if (error instanceof WasmError || error instanceof WebAssembly.CompileError) {
        throw this.invalid(error.message);
      }
      throw error;
    }
    const unknown = unknownImports(module);
    if (unknown.length > 0) throw this.invalid(`the local network has no ${unknown.join(", ")}`);
    return module;
  }

  invalid(why) {
    return this.withCanister(new CanisterTrap("IC0505", `Canister's Wasm module is not valid: ${why}`));
  }

  /// `mode`: install, reinstall or upgrade; `keepHeap` and `skipPreUpgrade` only for upgrade.
  install(request) {
    this.message.time = request.time;
    try {
      const wasm = Buffer.from(request.wasm);
      const module = this.compile(wasm);
      const { instance, message } =
        request.mode === "upgrade" ? this.upgraded(module, request) : this.fresh(module, request);
      const answers = request.mode === "upgrade" ? [] : this.cutOff("Canister has been reinstalled.");
      if (request.mode !== "upgrade") this.forget();
      this.adoptCode(module, instance, message);
      this.store.newGeneration(this, wasm);
      return this.result({ answers });
    } catch (error) {
      this.stable.rollBack();
      this.instance?.rollBack();
      if (!(error instanceof CanisterTrap)) throw error;
      return { refusal: rejectOfTrap(error), logs: this.takeLogs() };
    }
  }

  adoptCode(module, instance, message) {
    instance.settle();
    this.stable.commit();
    this.instance = instance;
    this.module = module;
    this.timer = message?.timer ?? 0n;
    this.certifiedData = message?.certifiedData ?? this.certifiedData;
  }

  /// Answers for the calls from outside that can no longer end by themselves.
  cutOff(why) {
    const origins = [...this.contexts]
      .filter(([context, origin]) => origin && !context.responded)
      .map(([, origin]) => origin);
    return origins.map((origin) => ({ origin, response: reject(4, "IC0406", why) }));
  }

  usesCertificates() {
    return (
      Boolean(this.module) &&
      WebAssembly.Module.imports(this.module).some(({ name }) => name === "data_certificate_copy")
    );
  }

  fresh(module, request) {
    this.stable.clear();
    const instance = this.instantiate(module);
    instance.withoutUndo();
    this.runInstall(instance, "s", "sheaf:start", request);
    return { instance, message: this.runInstall(instance, "I", "canister_init", request) };
  }

  upgraded(module, request) {
    if (!request.skipPreUpgrade) this.runInstall(this.instance, "G", "canister_pre_upgrade", request);
    const instance = this.instantiate(module);
    instance.withoutUndo();
    if (request.keepHeap) instance.adoptHeap(this.instance);
    this.runInstall(instance, "s", "sheaf:start", request);
    return { instance, message: this.runInstall(instance, "I", "canister_post_upgrade", request) };
  }

  runInstall(instance, kind, name, { caller, arg, time }) {
    const code = instance.exports[name];
    if (!code) return undefined;
    const message = this.runOn(instance, kind, { caller: Buffer.from(caller), arg: Buffer.from(arg), time }, code);
    if (message.trap) throw message.trap;
    return message;
  }

  instantiate(module) {
    try {
      return new CanisterInstance(module, this);
    } catch (error) {
      throw this.trapOf(error);
    }
  }

  uninstall() {
    const answers = this.cutOff("Canister has been uninstalled.");
    this.stable.clear();
    this.stable.commit();
    this.forget();
    this.store.newGeneration(this, undefined);
    return this.result({ answers });
  }
}
