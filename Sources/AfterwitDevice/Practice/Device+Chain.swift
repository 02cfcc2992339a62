public import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// What an entry came from and what came from it; private entries other than itself are left out.
  public func chain(of id: EntryID) throws(DeviceFailure) -> Chain {
    let entry = try self.entry(id)
    return try reading { transaction in
      try Chain(of: entry) { next in
        try transaction.origins(of: next).filter { !$0.isPrivate || $0.id == id }
      } offspring: { next in
        try transaction.offspring(of: next).filter { !$0.isPrivate || $0.id == id }
      }
    }
  }

  /// The reflections with a story, the newest first; private ones are left out.
  public func stories() throws(DeviceFailure) -> [EntryView] {
    try reading { transaction in try transaction.views(with: .story, descending: true) }
  }

  /// The reflections with questions that were asked, the newest first; private ones are left out.
  public func questioned() throws(DeviceFailure) -> [EntryView] {
    try reading { transaction in
      try transaction.storedViews(withFacet: EntryFacet.question.rawValue)
        .map { try EntryView($0) }
    }
  }
}
