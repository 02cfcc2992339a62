internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitTestRandomness

// People take back what they did last, bring it back, and take back by name what any machine did, the
// undo of another one too.

extension World {
  /// Lets a person take something back, or bring it back.
  func takeBack(on machine: Machine, using random: inout SeededGenerator) throws {
    guard let entry = entries.first else { return }
    let name = deeds.suffix(12).randomElement(using: &random)?.id ?? .zero
    let kind = Int.random(in: 0..<8, using: &random)
    let order = Order(
      name: kind < 3 ? "undo" : kind < 5 ? "redo" : "undo by name", entry: entry, effects: [],
      version: Set(try machine.running().shownVersion()),
      refusals: [.notFound]
    ) { device in
      let outcome =
        switch kind {
        case 0..<3: try device.undo()
        case 3..<5: try device.redo()
        default: try device.undo(name.bytes.map { Self.digits($0) }.joined())
        }
      switch outcome.result {
      case .done, .unseen: return entry
      case .void: return kind < 3 ? entry : nil
      case .nothing: return nil
      }
    }
    try execute(order, on: machine, using: &random)
  }

  private static func digits(_ byte: UInt8) -> String {
    String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
  }
}
