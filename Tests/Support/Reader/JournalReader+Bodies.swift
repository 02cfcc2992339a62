extension JournalReader {
  /// Why the body of a change is malformed; `nil` for one that is not.
  public static func refusal(of body: [UInt8]) -> Refusal? {
    do throws(Refusal) {
      _ = try ReadChange(body)
      return nil
    } catch {
      return error
    }
  }
}
