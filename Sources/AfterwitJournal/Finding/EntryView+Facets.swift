internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding

extension EntryView {
  /// What the entry is chosen by, each once.
  public var facets: [(facet: EntryFacet, value: String)] {
    var facets: [(facet: EntryFacet, value: String)] = tags.map { (.tag, $0) }
    guard !isDeleted else { return facets }
    facets += links.map { (.link, $0) }
    guard !isPrivate else { return facets }
    switch kind {
    case .reflection: facets += reflectionFacets
    case .goal: facets += goalFacets
    case .mantra: if register(.retired) != "true" { facets.append((.mantra, id.text)) }
    case nil: break
    }
    return facets
  }

  /// When what a reflection tells of took place: the day of the event, as `2026-11-20`, or where none
  /// was given the moment of writing in universal time, as `2026-11-20T08:30`.
  ///
  /// The two compare by their bytes as a person would order them, but for the offset of a time zone.
  public var occurred: String {
    if let day = eventDay { return day.description }
    return LocalTime(universal: created.milliseconds).description
  }

  /// The day that the person gave the event.
  public var eventDay: Day? { register(.on).flatMap { Day($0) } }

  /// The time of day that the person gave the event.
  public var eventTime: TimeOfDay? { register(FieldName.at.name.string).flatMap { TimeOfDay($0) } }

  /// The ids of what the entry came from or follows, ascending, each once.
  private var links: [String] {
    let all = origins + named
    return all.count < 2 ? all : Set(all.map { ExactString($0) }).sorted().map(\.string)
  }

  private var reflectionFacets: [(facet: EntryFacet, value: String)] {
    var facets: [(facet: EntryFacet, value: String)] = []
    if let day = eventDay { facets.append((.on, day.description)) }
    for day in dueDays { facets.append((.due, day.description)) }
    if let name = organisation { facets.append((.organisation, name.compared)) }
    for question in comparedQuestions { facets.append((.question, question)) }
    let occurred = occurred
    for (facet, isThere) in [
      (.hard, isHard), (.lesson, !text(.lesson).isEmpty),
      (.story, hasStory), (.support, !support.isEmpty),
    ] as [(EntryFacet, Bool)] where isThere {
      facets.append((facet, occurred))
    }
    return facets
  }

  private var goalFacets: [(facet: EntryFacet, value: String)] {
    guard isActive else { return [] }
    var facets: [(facet: EntryFacet, value: String)] = []
    for day in dueDays { facets.append((.due, day.description)) }
    if let cadence = register(.cadence) { facets.append((.cadence, cadence)) }
    return facets
  }

  /// The questions that were asked, as they are compared, ascending, each once.
  private var comparedQuestions: [String] {
    let asked = list(.questions).map { $0.words(of: FieldName(ofElement: .asked)).compared }
    return asked.count < 2 ? asked : Set(asked.map { ExactString($0) }).sorted().map(\.string)
  }
}
