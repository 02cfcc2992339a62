internal import AfterwitDevice

extension StandardInput {
  /// Reads a text; if what has come cannot be taken, it is kept, and the failure says where.
  ///
  /// - Parameters:
  ///   - take: takes the text from what came.
  ///   - keep: keeps the bytes that came.
  static func read(
    taking take: (StandardInput) throws -> String, keeping keep: ([UInt8]) -> KeptWords
  ) throws -> String {
    let input = read()
    do {
      return try take(input)
    } catch let failure as CommandFailure where input.holdsWords {
      throw failure.keeping(keep(input.bytes))
    } catch let interrupted as Interrupted where input.holdsWords {
      throw Interrupted(
        signal: interrupted.signal, failure: interrupted.failure?.keeping(keep(input.bytes)))
    }
  }
}
