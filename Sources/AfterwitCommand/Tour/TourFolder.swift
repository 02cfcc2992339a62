internal import FoundationEssentials
internal import Glibc

/// The folder of one tour: private to this user, and removed when the tour ends.
struct TourFolder {
  /// Its path.
  let path: String

  /// Makes it in the machine's folder for temporary files.
  init() throws(CommandFailure) {
    let base = ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 }
    var template = Array(((base ?? "/tmp") + "/afterwit-tour-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw TourFailure.failure("A temporary folder could not be made.")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes it with everything in it.
  func remove() {
    // What cannot be removed stays in the folder for temporary files, which the machine clears.
    try? FileManager.default.removeItem(atPath: path)
  }
}
