internal import AfterwitEncoding
internal import AfterwitStore
internal import FoundationEssentials

/// A home in which a journal may begin: there is no folder yet, or it holds nothing of others.
///
/// To look changes nothing. A folder with other things in it is somebody's, and a journal would make
/// it private to one person. What a founding that was cut short has left may be used.
public struct FreeHome: Sendable {
  let home: Home
  /// Whether a join was confirmed here, and it is not known whether it came to anything.
  public let isJoining: Bool
  /// The genesis of the journal that was restored here from a backup; `nil` where none was.
  let restored: EnvelopeID?

  /// Looks at a home in which a journal is to be founded.
  /// - Throws: ``DeviceFailure`` of the code `usage` if it is not free.
  public init(_ home: Home) throws(DeviceFailure) {
    try self.init(toJoinIn: home)
    guard restored == nil else { throw .home(.used(path: home.path)) }
    guard !isJoining else { throw .home(.joining(path: home.path)) }
  }

  /// Looks at a home that is to become a device of a journal, or has begun to.
  /// - Throws: ``DeviceFailure`` of the code `usage` if it is not free.
  public init(toJoinIn home: Home) throws(DeviceFailure) {
    self.home = home
    (isJoining, restored) = try Self.look(at: home)
  }

  /// Refuses a home that is not free; returns whether a join has begun there, and what was restored.
  private static func look(
    at home: Home
  ) throws(DeviceFailure) -> (isJoining: Bool, restored: EnvelopeID?) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: home.path, isDirectory: &isFolder) else {
      return (false, nil)
    }
    guard isFolder else { throw .home(.notAFolder(path: home.path)) }
    var isJoining = false
    if try home.isUsed() {
      let (founding, join, restored) = try DeviceFailure.naming {
        try Store(inFolder: home.path).read { transaction in
          (
            try Identity.founding(transaction), try transaction.property(.pendingJoin),
            try transaction.property(.restored)
          )
        }
      }
      isJoining = join != nil
      if restored != nil, let founding { return (isJoining, founding.genesis) }
      guard founding == nil || isJoining else { throw .home(.used(path: home.path)) }
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: home.path) else {
      throw .home(.unlisted(path: home.path))
    }
    guard Store.fileNames.union([Home.restoringName]).isSuperset(of: names) else {
      throw .home(.foreign(path: home.path))
    }
    return (isJoining, nil)
  }
}
