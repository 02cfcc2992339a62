extension Preferences {
  /// The person's preferences, whose file has no fault.
  /// - Throws: a failure that tells of the first one.
  static func sound() throws(CommandFailure) -> Preferences {
    let preferences = Preferences(PreferenceFile(environment: PreferenceFile.variable))
    guard let fault = preferences.faults.first else { return preferences }
    throw CommandFailure(.failed, Sentences(fault))
  }

  /// Sets a key in the file, or takes it out, and reads the file again.
  static func changing(
    _ key: PreferenceKey, to value: PreferenceValue?
  ) throws(CommandFailure) -> Preferences {
    let file = PreferenceFile(environment: PreferenceFile.variable)
    do throws(PreferenceFault) {
      _ = try file.set(key, to: value)
    } catch {
      throw CommandFailure(.failed, Sentences(error))
    }
    return Preferences(file)
  }

  /// What a person must know whose environment says otherwise than the file.
  func overruled(_ key: PreferenceKey) -> [String] {
    guard case .environment(let name) = setting(key).origin else { return [] }
    return ["\(name) is set in your environment, and comes before the file."]
  }
}
