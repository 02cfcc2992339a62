internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

extension DeviceFailure {
  /// Runs a body and names whatever it throws for a person.
  static func naming<Value>(_ body: () throws -> Value) throws(DeviceFailure) -> Value {
    do {
      return try body()
    } catch {
      throw DeviceFailure(cause: error)
    }
  }

  /// Runs an asynchronous body and names whatever it throws for a person.
  static func naming<Value>(
    _ body: () async throws -> Value
  ) async throws(DeviceFailure) -> Value {
    do {
      return try await body()
    } catch {
      throw DeviceFailure(cause: error)
    }
  }

  init(cause: any Error) {
    switch cause {
    case let failure as DeviceFailure: self = failure
    case let failure as AuthorFailure: self.init(failure)
    case let failure as PairingFailure: self.init(failure)
    case let failure as RelayFailure: self.init(failure)
    case SealingFailure.tooLarge(let bytes):
      self.init(
        .usage, "The edit has \(bytes) bytes, more than the \(Limits.body) one change may have.",
        safe: "Nothing in the journal was changed.",
        next: "Save it in several smaller edits.")
    case let failure as DecodingFailure: self.init(StoreFailure.damaged("\(failure)"))
    case let failure as EnvelopeFailure: self.init(StoreFailure.damaged("\(failure)"))
    default: self.init(StoreFailure(naming: cause))
    }
  }

  private init(_ failure: AuthorFailure) {
    switch failure {
    case .noKey:
      self.init(
        .authentication, "This device has not received the journal's key yet.",
        safe: "Nothing was changed.", next: "Type: afterwit sync")
    case .unfit:
      self.init(
        .failed, "The edit does not fit the text it was made on.",
        safe: "Nothing was changed.", next: "Open the entry again and repeat the edit.")
    }
  }

  private init(_ failure: StoreFailure) {
    let safe = "What was saved before is safe; nothing was changed."
    switch failure {
    case .notWritable(let reason):
      self.init(
        .failed, "The journal cannot be written here: \(reason).", safe: safe,
        next: "Check the folder's permissions, or name another with --home.")
    case .replaced:
      self.init(
        .failed, "The journal's file was replaced while it was open.", safe: safe,
        next: "Repeat the command.")
    case .busy:
      self.init(
        .busy, "Another process has held the journal for too long.", safe: safe,
        next: "Wait for it to end, then repeat the command.")
    case .full:
      self.init(
        .failed, "The disk is full.", safe: safe, next: "Free some space, then repeat the command.")
    case .damaged(let reason):
      self.init(
        .failed, "The journal's file cannot be used: \(reason).",
        safe: "The file was left as it is.",
        next: "To see what is intact, type: afterwit store check")
    case .newerSchema(let version):
      self.init(
        .failed, "The journal was written by a later version of afterwit (schema \(version)).",
        safe: "The file was left as it is.", next: "Install the current version of afterwit.")
    case .input(let reason):
      self.init(
        .failed, "The disk did not do its part: \(reason).", safe: safe,
        next: "Check the disk, then repeat the command.")
    case .inDoubt(let reason):
      self.init(
        .failed, "The disk did not say whether this is saved: \(reason).",
        safe: "What was saved before is safe; this is there as a whole, or not at all.",
        next: "Check the disk, and repeat the command if afterwit list does not show it.")
    }
  }
}
