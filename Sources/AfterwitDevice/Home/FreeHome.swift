internal import AfterwitStore
internal import FoundationEssentials

/// A home in which a journal may begin: there is no folder yet, or it holds nothing of others.
///
/// To look changes nothing. A folder with other things in it is somebody's, and a journal would make
/// it private to one person. What a founding that was cut short has left may be used.
public struct FreeHome: Sendable {
  let home: Home

  /// Looks at a home.
  /// - Throws: ``DeviceFailure`` of the code `usage` if it is not free.
  public init(_ home: Home) throws(DeviceFailure) {
    self.home = home
    var isFolder = false
    guard FileManager.default.fileExists(atPath: home.path, isDirectory: &isFolder) else { return }
    guard isFolder else { throw .home(.notAFolder(path: home.path)) }
    if try home.isUsed() {
      let identity = try DeviceFailure.naming {
        try Store(inFolder: home.path).read { transaction in try Identity(transaction) }
      }
      guard identity == nil else { throw .home(.used(path: home.path)) }
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: home.path) else {
      throw .home(.unlisted(path: home.path))
    }
    guard Store.fileNames.isSuperset(of: names) else { throw .home(.foreign(path: home.path)) }
  }
}
