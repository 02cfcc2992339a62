/// A row of a journal's order as it is kept, with what is kept beside its bytes; nothing of it is
/// believed.
package struct StoredEnvelope: Sendable {
  /// Its place in the order.
  package let position: UInt64
  /// Under which id it is found.
  package let id: [UInt8]
  /// In whose log.
  package let device: [UInt8]
  /// At which number of the log.
  package let number: UInt64
  /// As what kind.
  package let kind: UInt64
  /// The running hash behind it.
  package let runningHash: [UInt8]
  /// The envelope.
  package let bytes: [UInt8]

  /// A row of given parts.
  package init(
    position: UInt64, id: [UInt8], device: [UInt8], number: UInt64, kind: UInt64,
    runningHash: [UInt8], bytes: [UInt8]
  ) {
    self.position = position
    self.id = id
    self.device = device
    self.number = number
    self.kind = kind
    self.runningHash = runningHash
    self.bytes = bytes
  }
}
