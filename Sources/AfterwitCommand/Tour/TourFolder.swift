internal import AfterwitDevice
internal import FoundationEssentials
internal import Glibc

/// The folder of one tour, which nobody else can read and which goes when the tour ends.
struct TourFolder {
  /// Its path.
  let path: String

  /// Makes it in the machine's place for temporary files.
  init() throws(DeviceFailure) {
    let base = ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 }
    var template = Array(((base ?? "/tmp") + "/afterwit-tour-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw TourFailure.failure("A temporary folder could not be made.")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Takes it away with all it holds.
  func remove() {
    // What cannot be removed is in the folder for temporary files, where the machine clears up.
    try? FileManager.default.removeItem(atPath: path)
  }
}
