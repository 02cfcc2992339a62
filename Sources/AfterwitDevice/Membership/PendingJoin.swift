internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore

/// A join that the person here has confirmed, while nobody has said that it admitted this machine.
///
/// It is kept, with this machine's keys, from before the other side can hear of the confirmation. So
/// whenever this machine ends, the keys of whoever may be a member are still here (AW-SEAL-32).
struct PendingJoin {
  /// What stands there while a machine comes in by the recovery secret, which needs no invite.
  static let recovery: [UInt8] = [0]

  private static let messageLimit = 1024
  private static let textLimit = 4096

  /// The invite that was confirmed.
  let invite: Invite
  /// The message that says so, as it is left in the mailbox.
  let confirmation: [UInt8]

  init(invite: Invite, confirmation: [UInt8]) {
    self.invite = invite
    self.confirmation = confirmation
  }

  /// Reads what the store keeps; `nil` if nothing is pending.
  init?(_ transaction: Transaction, in property: Property = .pendingJoin) throws {
    guard let bytes = try transaction.property(property), bytes != Self.recovery else {
      return nil
    }
    var cursor = ByteCursor(bytes)
    let text = try cursor.readString(limit: Self.textLimit)
    confirmation = Array(try cursor.readBlob(limit: Self.messageLimit))
    try cursor.requireEnd()
    guard let invite = Invite(text: text) else {
      throw StoreFailure.damaged("the invite that was confirmed cannot be read")
    }
    self.invite = invite
  }

  /// The invite's line as a string, then the message as a blob.
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(string: invite.text)
    builder.append(blob: confirmation)
    return builder.bytes
  }
}
