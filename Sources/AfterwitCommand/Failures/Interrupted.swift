internal import Glibc

/// A signal ended the command while it was waiting for a person.
struct Interrupted: Error, Hashable {
  /// The signal.
  let signal: Int32
  /// What became of the words, if there were any.
  let failure: CommandFailure?

  /// Ends the process by the signal, so that a shell which runs several commands ends them all.
  func endProcess() -> Never {
    Glibc.signal(signal, SIG_DFL)
    // A thread that is not the first one has all signals blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, signal)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(signal)
    exit(CommandFailure.Code.failed.rawValue)
  }
}
