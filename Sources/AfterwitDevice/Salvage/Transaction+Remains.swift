internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// Sets the last envelope that this home wrote, in a store made from the remains of another.
  ///
  /// If that envelope may be lost, none is remembered, and the home goes on as a new device.
  func adoptOwnTip(of remains: Remains) throws {
    let device = try identity().device
    if let own = remains.ownTip, try tips(of: device).contains(where: { $0.id == own }) {
      try setProperty(.ownTip, to: own.bytes)
    } else if remains.check.lost == 0 {
      try adoptOwnTip(replacing: true)
    }
  }
}
