internal import AfterwitStore

/// A new file for the recovery secret, made before the secret is known.
///
/// Its room on the disk is taken at once, so that keeping the secret later does not fail for want
/// of room.
public struct RecoveryFile: Sendable {
  /// The room that is taken, in bytes: more than a secret has.
  private static let room = 4096

  private let file: PrivateFile

  /// Makes the file, which must not exist.
  public init(creating path: String) throws(DeviceFailure) {
    do throws(FileFailure) {
      let file = try PrivateFile(creating: path)
      do throws(FileFailure) {
        try file.reserve(Self.room)
      } catch {
        file.discard()
        throw error
      }
      self.file = file
    } catch {
      throw Self.failure(error)
    }
  }

  /// Writes the secret as the file's one line, durably.
  public func keep(_ secret: String) throws(DeviceFailure) {
    do throws(FileFailure) {
      try file.keep(Array((secret + "\n").utf8))
    } catch {
      throw Self.failure(error)
    }
  }

  /// Takes the file away again.
  public func discard() { file.discard() }

  private static func failure(_ failure: FileFailure) -> DeviceFailure {
    failure.isOfExistingFile
      ? .home(.recoveryFileExists(path: failure.path))
      : .home(.recoveryFileNotWritable(path: failure.path, reason: failure.reason))
  }
}
