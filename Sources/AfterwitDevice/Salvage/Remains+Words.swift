internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitText
internal import AfterwitWire

extension Remains {
  /// The words that the changes of some envelopes wrote, for a person to read.
  ///
  /// Each piece stands under its entry and field; its place among other words is lost.
  func words(of envelopes: [Envelope]) -> String {
    envelopes.sorted { ($0.header.device, $0.header.number) < ($1.header.device, $1.header.number) }
      .compactMap { try? Sealer.open($0, with: keyring) }
      .compactMap { try? Change(body: $0) }
      .flatMap { change in change.blocks.compactMap { Self.words(of: $0) } }
      .joined(separator: "\n\n")
  }

  private static func words(of block: Change.Block) -> String? {
    let said: [String] =
      switch block.operations {
      case .text(let operations):
        operations.compactMap { operation in
          guard case .insert(_, let text) = operation else { return nil }
          return text
        }
      case .register(let value): [value]
      case .set(let added, _): added.map(\.string)
      case .counter, .list, .presence, .undo, .unknown: []
      }
    guard !said.isEmpty, block.key.field != .kind else { return nil }
    return "[\(block.key.entry.shortText) \(block.key.field.name.string)]\n"
      + said.joined(separator: "\n")
  }
}
