internal import AfterwitDevice

/// Why something was not done, as a person reads it: three lines and an exit code.
struct CommandFailure: Error, Hashable {
  /// The exit codes of failures.
  enum Code: Int32, Hashable {
    /// Something failed on this machine: its disk, a file, the editor.
    case failed = 1
    /// The command line is wrong, or asks for what cannot be done.
    case usage = 2
    /// The relay cannot be reached, or does not answer as a relay.
    case relay = 4
    /// Something was forged, or this home was copied and both copies were written to.
    case integrity = 5
    /// A key, invite or code is wrong, or this device is not known.
    case authentication = 6
    /// Another process has been using the journal, or a draft, for too long.
    case busy = 8
    /// There is no such entry, open review or draft, or more than one.
    case notFound = 9
    /// The journal takes no further device.
    case quota = 10
  }

  /// The exit code.
  let code: Code
  /// The three lines.
  let sentences: Sentences

  /// A failure of a code and its sentences.
  init(_ code: Code, _ sentences: Sentences) {
    self.code = code
    self.sentences = sentences
  }

  /// A failure of a code and its three lines.
  init(_ code: Code, _ happened: String, safe: String, next: String) {
    self.init(code, Sentences(happened, safe: safe, next: next))
  }

  /// A command line that is wrong or asks for what cannot be done; nothing was changed.
  ///
  /// - Parameter next: what to type next; the help of the command that this process runs where nothing
  ///   is said.
  static func usage(_ happened: String, next: String? = nil) -> CommandFailure {
    CommandFailure(
      .usage, happened, safe: "Nothing was changed.",
      next: next ?? "Type: \(OwnHelp.line)")
  }

  /// The same failure, told with the place where the words are now.
  func keeping(_ words: KeptWords) -> CommandFailure {
    CommandFailure(code, sentences.keeping(words))
  }

  /// A failure of the device, as a person reads it.
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
