internal import FoundationEssentials
internal import Glibc

// The drafts of a backup come before the journal does, and a home that holds drafts and no journal is
// nobody's. So they wait in a folder of their own, `restoring`, and move to their place once the
// journal is there, whenever that is: if the process dies between, by whoever opens the home next.

extension Home {
  /// The folder in which restored drafts wait for the journal.
  static let restoringName = "restoring"

  /// Where restored drafts wait.
  var restoring: String { path + "/" + Self.restoringName }

  /// Takes away what a restoration that came to nothing has left.
  func sweepRestoring() {
    try? FileManager.default.removeItem(atPath: restoring)
  }

  /// Moves restored drafts to their place, if they have not been yet.
  func finishRestoring() {
    guard access(restoring, F_OK) == 0 else { return }
    if rename(restoring, drafts) == 0 { return }
    // Drafts were kept here meanwhile; none has the name of another.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: restoring)) ?? []
    for name in names { rename("\(restoring)/\(name)", "\(drafts)/\(name)") }
    rmdir(restoring)
  }
}
