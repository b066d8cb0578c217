/// A space's devices: written along with pushes and check-ins, so that a person sees
/// them and the clean-up of tombstones knows who has yet to read.
import Blob "mo:core/Blob";
import Iter "mo:core/Iter";
import Map "mo:core/Map";
import Nat64 "mo:core/Nat64";
import Limits "Limits";
import Side "Side";
import Types "Types";

module {

  public type Visit = { id : Blob; name : Text; cursor : Nat64; pushed : Bool };

  /// Notes that a device spoke. A retired one that speaks again is in use again. When
  /// there are too many, the one that is retired longest goes, or was away longest.
  public func seen(side : Side.Side, visit : Visit, time : Nat64) {
    let before = side.devices.get(visit.id);
    if (before == null and side.devices.size() >= Limits.devicesPerSpace) forgetOne(side);
    let (firstSeen, pushes) = switch before {
      case (?device) (device.firstSeen, device.pushes);
      case null (time, 0 : Nat64);
    };
    side.devices.add(
      visit.id,
      {
        id = visit.id;
        name = visit.name;
        cursor = visit.cursor;
        firstSeen;
        lastSeen = time;
        pushes = if (visit.pushed) pushes + 1 else pushes;
        retired = false;
      },
    );
  };

  /// A retired device is no longer waited for. False if there is no such device.
  public func retire(side : Side.Side, id : Blob) : Bool {
    let ?device = side.devices.get(id) else return false;
    side.devices.add(id, { device with retired = true });
    true
  };

  public func list(side : Side.Side) : [Types.Device] {
    side.devices.values().map(
      func device = {
        device_id = device.id;
        name = device.name;
        cursor = device.cursor;
        first_seen = device.firstSeen;
        last_seen = device.lastSeen;
        pushes = device.pushes;
        retired = device.retired;
      }
    ).toArray()
  };

  /// Up to where every device has read that is in use: seen after `since` and not
  /// retired. Null if there is none.
  public func readByAll(side : Side.Side, since : Nat64) : ?Nat64 {
    var lowest : ?Nat64 = null;
    for ({ cursor; lastSeen; retired } in side.devices.values()) {
      if (lastSeen > since and not retired) {
        lowest := switch lowest {
          case (?other) ?Nat64.min(other, cursor);
          case null ?cursor;
        };
      };
    };
    lowest
  };

  func forgetOne(side : Side.Side) {
    var worst : ?Side.Device = null;
    for (device in side.devices.values()) {
      worst := switch worst {
        case (?other) if (goesBefore(device, other)) ?device else worst;
        case null ?device;
      };
    };
    let ?{ id } = worst else return;
    side.devices.remove(id);
  };

  func goesBefore(device : Side.Device, other : Side.Device) : Bool {
    if (device.retired != other.retired) device.retired else device.lastSeen < other.lastSeen
  };
}
