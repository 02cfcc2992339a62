/// A program's way to keep a journal.
public enum SourceFormat: String, CaseIterable, Hashable, Sendable {
  case jrnl, dayone, markdown, rednotebook, org, zim, lifeograph, almanah, ical, taskwarrior, joplin
  case diary, json
}
