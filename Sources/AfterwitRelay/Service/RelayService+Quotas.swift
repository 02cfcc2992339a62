package import AfterwitEncoding

extension RelayService {
  /// Counts that a session's journal is appended to, before what is appended is taken.
  /// - Throws: ``RelayDenial`` with `tooMany` where that was too often in a minute; `busy`.
  package func admitAppend(as session: RelaySession) async throws(RelayDenial) {
    let journal = session.journal
    if rosters.quota(of: journal) == nil { _ = try await roster(of: journal) }
    let quota = (rosters.quota(of: journal) ?? Quota()).filled(from: quota)
    guard let perMinute = quota.appendsPerMinute else { return }
    try admit(.appends(journal), rate: RelayRate(perMinute: perMinute))
  }

  /// All journals that are held, by id.
  package func journals() async throws(RelayDenial) -> [StoredJournal] {
    try await read { try $0.journals() }
  }

  /// Gives a journal another quota; `false` where it is not here.
  package func setQuota(_ quota: Quota, of id: JournalID) async throws(RelayDenial) -> Bool {
    try await write { transaction in
      guard let journal = try transaction.journal(id) else { return false }
      try transaction.setQuota(quota, of: journal)
      return true
    }
  }
}
