/// What entries are chosen by, beside their kind and their words.
///
/// Only tags tell of entries that are private or deleted, and links of private ones. The other facets
/// are there for what comes to a person unasked, and those entries stay out of it.
public enum EntryFacet: String, CaseIterable, Sendable {
  /// A tag in its one form.
  case tag
  /// The day of the event, where one was given.
  case on
  /// The day on which an open follow-up or an active goal is due.
  case due
  /// An active goal that is to be kept to; the value is how often.
  case cadence
  /// A rejection, or an event after which the mood was low; the value is an ``EntryView/occurred``.
  case hard
  /// A reflection with a lesson; the value is an ``EntryView/occurred``.
  case lesson
  /// A question that was asked, as questions are compared.
  case question
  /// A reflection with a story; the value is an ``EntryView/occurred``.
  case story
  /// A reflection that names people who were there for the person; the value is an
  /// ``EntryView/occurred``.
  case support
  /// An organisation, as names are compared.
  case organisation
  /// A mantra that is in use; the value is its id.
  case mantra
  /// The id of an entry or element that the entry came from, follows or names.
  case link
}
