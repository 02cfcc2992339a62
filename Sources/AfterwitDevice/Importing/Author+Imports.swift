internal import AfterwitDocument
internal import AfterwitStore

extension Author {
  /// About how many bytes of decisions go into one change.
  private static let portionBytes = 320 * 1024

  /// Settles what is asked only because two machines imported the same, if this device may write;
  /// returns whether it wrote anything.
  static func settleImports(environment: Environment, transaction: Transaction) throws -> Bool {
    let imported = try ImportedTwice(transaction, standpoint: environment.standpoint)
    var portion: [Change.Block] = []
    var portions: [[Change.Block]] = []
    var bytes = 0
    for entry in try transaction.entriesUnderReview() {
      let blocks = try imported.blocks(of: entry)
      portion += blocks
      bytes += blocks.reduce(0) { $0 + $1.operations.bytes.count + 32 }
      if bytes > portionBytes {
        portions.append(portion)
        (portion, bytes) = ([], 0)
      }
    }
    if !portion.isEmpty { portions.append(portion) }
    guard !portions.isEmpty else { return false }
    let author = try Author(environment: environment, transaction: transaction)
    guard try author.canWrite else { return false }
    for portion in portions {
      try author.record(
        portion + [CommandMark.unattended], on: try transaction.frontierIDs())
    }
    return true
  }
}
