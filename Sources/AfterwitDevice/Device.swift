// The rooms of this module are questions, and each uses only those above it:
//
//   Failures      What was not done?
//   Home          Where is this device, and who is it?
//   Device        (this file)
//   Transactions  What does a transaction of the store mean to a device?
//   Clocks        Whose clock is wrong?
//   Drafts        Where are words that are not saved?
//   Writing       How does what a person wrote become a change?
//   Reviews       What did two devices write over each other?
//   Reading       What does a person see?
//   History       How did what stands come to be?
//   Undoing       What can be taken back, and what becomes of it?
//   Importing     How does what another program keeps become entries?
//   Practice      What comes next, and what did it come from?
//   Receiving     How do changes of other devices come in, and ours go out?
//   Opening       How is a journal made, opened and brought up to date?
//   Membership    How does another machine join, and who is there?
//   Salvage       What is left of a damaged file?
//   Backup        How is everything kept in one file, and brought back from it?
//   Bundles       How do changes travel where no relay is?
//   Drill         Would all of it come back on a bad day?

internal import AfterwitEncoding
internal import AfterwitStore

/// One installation of the journal: everything a person can do, on this machine's own copy.
///
/// It puts the floors below together and adds clock and randomness. Only the methods that take a
/// relay touch the network. Several processes may use one home at the same time.
///
/// ```swift
/// let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
/// defer { try? FileManager.default.removeItem(atPath: folder) }
/// let home = Home(path: folder)
/// let device = try Device.initialize(home, name: "desk", environment: .system) { secret in
///   #expect(secret.hasPrefix("awr1-"), "a person keeps this on paper")
/// }
/// let id = try device.new(.reflection, edits: [.set(field: "title", value: "Onsite at Acme")])
/// _ = try device.edit(id, edits: [.add(field: "tags", value: "onsite")])
/// #expect(try device.entry(id).title == "Onsite at Acme")
/// device.close()
/// ```
public struct Device: Sendable {
  let home: Home
  let store: Store
  /// The journal; the device's own identity may change, so each transaction reads that.
  let journal: JournalID
  /// The id of the genesis envelope.
  let genesis: EnvelopeID
  let environment: Environment

  init(home: Home, store: Store, identity: Identity, environment: Environment) {
    self.home = home
    self.store = store
    journal = identity.journal
    genesis = identity.genesis
    self.environment = environment
  }

  /// Closes the file; the device can neither read nor write afterwards.
  public func close() { store.close() }
}
