public import AfterwitExchange
public import AfterwitJournal

/// Something that a person asked for and that was not done, as a fact.
///
/// The device knows no sentences and no commands; whoever shows the failure finds the words.
public indirect enum DeviceFailure: Error, Hashable, Sendable {
  /// The home, or a file that belongs to it, is not as it must be.
  case home(HomeFact)
  /// The store did not do its part.
  case storage(StorageFact)
  /// No entry, or not one, is meant.
  case entry(EntryFact)
  /// An edit cannot be meant as it stands.
  case edit(EditMisfit)
  /// This device cannot write the change.
  case writing(WritingFact)
  /// A text cannot be edited in an editor, or not be saved from there.
  case draft(DraftFact)
  /// A document cannot be read as an entry.
  case document(DocumentMisfit)
  /// A draft that was left behind cannot be recovered.
  case recovery(RecoveryFact)
  /// No open review is meant, or not as it was shown.
  case review(ReviewFact)
  /// No version of an entry is meant, or not as it was asked for.
  case history(HistoryFact)
  /// No change is meant, or none that can be taken back.
  case change(ChangeFact)
  /// An answer to a review cannot be meant.
  case answer(AnswerFact)
  /// The relay did not do its part.
  case relay(RelayFact)
  /// No further machine was admitted.
  case pairing(PairingFact)
  /// Nobody was shut out, or this machine did not come back by the recovery secret.
  case membership(MembershipFact)
  /// What is to be imported cannot be read.
  case source(SourceFailure)
  /// A backup was not made, or cannot be read.
  case backup(BackupFact)
  /// A bundle was not made, or cannot be taken.
  case bundle(BundleFact)
  /// A command failed that had words to save; this is where they are now.
  case keeping(KeptWords, after: DeviceFailure)

  /// The class of a failure.
  public enum Code: Hashable, Sendable {
    /// The machine did not do its part: a disk, a file, an editor.
    case failed
    /// The request cannot be meant as it stands.
    case usage
    /// The relay cannot be reached, or does not answer as a relay.
    case relay
    /// A key, invite or code is wrong, or this device is not known.
    case authentication
    /// Another process holds the journal, or a draft.
    case busy
    /// Nothing, or more than one thing, has this name.
    case notFound
    /// The journal takes no more.
    case quota
  }

  /// The class of the failure.
  public var code: Code {
    switch self {
    case .home(let fact): fact.code
    case .storage(let fact): fact.code
    case .entry(let fact): fact.code
    case .edit(.notUnderstood): .failed
    case .source(.unreadable): .failed
    case .edit, .answer, .document, .source: .usage
    case .writing(let fact): fact.code
    case .draft(let fact): fact.code
    case .recovery(let fact): fact.code
    case .review(let fact): fact.code
    case .history(let fact): fact.code
    case .change(let fact): fact.code
    case .relay(let fact): fact.code
    case .pairing(let fact): fact.code
    case .membership(let fact): fact.code
    case .backup(let fact): fact.code
    case .bundle(let fact): fact.code
    case .keeping(_, let failure): failure.code
    }
  }

  /// The failure itself, wherever its words are now.
  public var cause: DeviceFailure {
    guard case .keeping(_, let failure) = self else { return self }
    return failure.cause
  }
}
