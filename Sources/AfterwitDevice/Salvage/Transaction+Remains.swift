internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// Remembers which envelope this home wrote last, in a store made of what remained of another.
  ///
  /// Where that may be one that is lost, the home goes on as a new device.
  func adoptOwnTip(of remains: Remains) throws {
    let device = try identity().device
    if let own = remains.ownTip, try tips(of: device).contains(where: { $0.id == own }) {
      try setProperty(.ownTip, to: own.bytes)
    } else if remains.check.lost == 0 {
      try adoptOwnTip(replacing: true)
    }
  }
}
