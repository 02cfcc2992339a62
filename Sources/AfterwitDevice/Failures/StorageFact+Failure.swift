internal import AfterwitStore

extension StorageFact {
  /// The fact behind a failure of the store.
  init(_ failure: StoreFailure) {
    switch failure {
    case .notWritable(let reason): self = .notWritable(reason)
    case .notReadable(let reason): self = .notReadable(reason)
    case .unindexed: self = .unindexed
    case .replaced: self = .replaced
    case .busy: self = .busy
    case .full: self = .full
    case .damaged(let reason): self = .damaged(reason)
    case .newerSchema(let version): self = .newerSchema(version)
    case .input(let reason): self = .input(reason)
    case .inDoubt(let reason): self = .inDoubt(reason)
    }
  }
}
