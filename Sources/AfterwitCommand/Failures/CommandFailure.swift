internal import AfterwitDevice

/// Something that was not done, as a person is told of it: three lines, and an exit code.
struct CommandFailure: Error, Hashable {
  /// The exit codes of failures.
  enum Code: Int32, Hashable {
    /// The machine did not do its part: a disk, a file, an editor.
    case failed = 1
    /// The request cannot be meant as it stands.
    case usage = 2
    /// The relay cannot be reached, or does not answer as a relay.
    case relay = 4
    /// Something was forged, or a log has forked.
    case integrity = 5
    /// A key, invite or code is wrong, or this device is not known.
    case authentication = 6
    /// Another process holds the journal, or a draft.
    case busy = 8
    /// Nothing, or more than one thing, has this name.
    case notFound = 9
    /// The journal takes no more.
    case quota = 10
  }

  /// The exit code.
  let code: Code
  /// The three lines.
  let sentences: Sentences

  /// A failure of a code that these sentences tell.
  init(_ code: Code, _ sentences: Sentences) {
    self.code = code
    self.sentences = sentences
  }

  /// A failure of a code and its three lines.
  init(_ code: Code, _ happened: String, safe: String, next: String) {
    self.init(code, Sentences(happened, safe: safe, next: next))
  }

  /// A request that cannot be meant as it stands; nothing was changed.
  static func usage(_ happened: String, next: String = "Type: afterwit --help") -> CommandFailure {
    CommandFailure(.usage, happened, safe: "Nothing was changed.", next: next)
  }

  /// What a person is told of a failure of the device.
  init(_ failure: DeviceFailure) {
    self.init(Code(failure.code), Sentences(failure))
  }
}

extension CommandFailure.Code {
  /// The exit code for a class of failures of the device.
  init(_ code: DeviceFailure.Code) {
    switch code {
    case .failed: self = .failed
    case .usage: self = .usage
    case .relay: self = .relay
    case .authentication: self = .authentication
    case .busy: self = .busy
    case .notFound: self = .notFound
    case .quota: self = .quota
    }
  }
}
