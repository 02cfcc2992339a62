internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// As many as a relay lets a journal have open, and the one that finds no room.
  private static var mailboxLimit: Int { 9 }

  /// The mailboxes that invites of this home opened and may not have closed, the oldest first.
  func openMailboxes() throws -> [MailboxID] {
    let bytes = try property(.openMailboxes) ?? []
    return stride(from: 0, to: bytes.count, by: MailboxID.byteCount).compactMap { start in
      MailboxID(Array(bytes[start..<min(start + MailboxID.byteCount, bytes.count)]))
    }
  }

  func setOpenMailboxes(_ mailboxes: [MailboxID]) throws {
    let kept = mailboxes.suffix(Self.mailboxLimit)
    try setProperty(.openMailboxes, to: kept.isEmpty ? nil : kept.flatMap(\.bytes))
  }
}
