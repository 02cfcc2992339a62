internal import AfterwitStore

/// A backup that is being made: its place is secured before anybody is asked for a passphrase.
public struct NewBackup: Sendable {
  let file: NewFile

  /// Begins it beside its place, where nothing is.
  /// - Throws: ``DeviceFailure/backup(_:)``.
  public init(at path: String, environment: Environment) throws(DeviceFailure) {
    do throws(FileFailure) {
      file = try NewFile(path, mark: environment.draftMark())
    } catch {
      throw .backup(.file(PortableFact(writing: error)))
    }
  }

  /// Takes away what was written.
  public func abandon() { file.abandon() }
}
