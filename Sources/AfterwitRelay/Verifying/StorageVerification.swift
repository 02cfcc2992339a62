/// What a look at a whole storage found; nothing is changed by it.
package struct StorageVerification: Sendable {
  /// What is wrong, in the order in which it was found.
  package private(set) var faults: [StorageFault] = []
  /// How many journals were looked at.
  package private(set) var journals = 0
  /// How many envelopes.
  package private(set) var envelopes: UInt64 = 0

  /// Looks at everything that one transaction sees.
  package init(of transaction: any RelayTransaction) throws {
    for journal in try transaction.journals() {
      var verification = JournalVerification(of: journal)
      try transaction.envelopes(of: journal) { row in
        verification.take(row)
        envelopes += 1
      }
      verification.finish(try transaction.heads(of: journal))
      faults += verification.faults
      journals += 1
    }
  }
}
