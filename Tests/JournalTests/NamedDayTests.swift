import AfterwitJournal
import Foundation
import Testing

@Suite("Days as people name them")
struct NamedDayTests {
  /// A phrase of `dates.tsv`, which `dates.py` writes.
  struct Phrase: Sendable, CustomTestStringConvertible {
    let now: LocalTime
    let direction: DateDirection
    let words: String
    let meaning: String

    /// Reads a line; the zone and the moment, of which `now` was worked out, are of no use here.
    init?(_ line: Substring) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let local = fields.count == 7 ? fields[2].split(separator: " ") : []
      guard local.count == 2, let day = Day(String(local[0])),
        let time = TimeOfDay(String(local[1]))
      else { return nil }
      now = LocalTime(day: day, time: time)
      direction = fields[3] == "past" ? .past : .future
      words = fields[4]
      meaning = fields[6].isEmpty ? fields[5] : fields[5] + " " + fields[6]
    }

    var testDescription: String { "“\(words)” on \(now.day), \(now.time), \(direction)" }

    static let all: [Phrase] = {
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "dates.tsv")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").compactMap(Phrase.init)
    }()
  }

  @Test("the file of phrases is whole")
  func file() {
    #expect(Phrase.all.count > 1000)
    #expect(Set(Phrase.all.map(\.words)).count > 500)
  }

  @Test("each phrase means the day that Python's calendar gives", arguments: Phrase.all)
  func phrases(phrase: Phrase) {
    #expect(Self.meaning(of: phrase.words, phrase.now, phrase.direction) == phrase.meaning)
  }

  @Test(
    "the spaces and the case of a phrase mean nothing",
    arguments: [
      " 3  DAYS\tago ", "3 Days Ago", "\u{b}27 NOV\n", "Nov. 27, 2026", "november 27TH", "27th Nov",
      "Friday, November 27, 2026", "last fri", "Fri", "2026-11-27", "27.11.2026", "11/27/2026",
      "three days ago",
    ])
  func forms(phrase: String) throws {
    #expect(Self.meaning(of: phrase, try Self.monday, .past) == "2026-11-27")
  }

  @Test("a weekday is of this week, which begins where the locale says")
  func thisWeek() throws {
    let (sunday, saturday) = (try Self.monday.day.advanced(by: -1), "2026-11-28")
    let now = LocalTime(day: sunday, time: try Self.monday.time)
    for (locale, day) in [
      ("en_US.UTF-8", "2026-12-05"), ("ar_EG", saturday), ("de_DE@euro", saturday), ("C", saturday),
      ("", saturday), ("dv_MV", saturday), ("zh_Hans_HK", "2026-12-05"), ("en", saturday),
    ] {
      let first = Weekday.first(inLocale: locale)
      let named = try NamedDay(
        "this sat", from: Standpoint(now: now, firstWeekday: first), direction: .past)
      #expect(named.day.description == day, "\(locale)")
    }
  }

  @Test("a week begins on the day it is said to")
  func weeks() throws {
    for first in Weekday.allCases {
      for offset in 0..<14 {
        let day = try Self.monday.day.advanced(by: offset)
        let start = day.startOfWeek(from: first)
        #expect(start.weekday == first)
        #expect(0..<7 ~= start.days(to: day))
      }
    }
  }

  @Test("only a date in its plain form needs no echo")
  func plain() throws {
    let here = Standpoint(now: try Self.monday)
    #expect(try NamedDay("2026-11-27", from: here, direction: .past).isPlain)
    for phrase in ["2026-11-27 10:00", "friday", "27.11.2026"] {
      #expect(try !NamedDay(phrase, from: here, direction: .past).isPlain)
    }
  }

  @Test("a day is told by its name")
  func told() throws {
    let today = try Self.monday.day
    #expect(today.longName == "Monday 30 November 2026")
    #expect(today.name == "Monday 30 November")
    #expect(today.shortName == "30 Nov")
    #expect(today.writtenName == "30 November 2026")
  }

  /// Monday 30 November 2026, 14:00.
  private static var monday: LocalTime {
    get throws {
      LocalTime(
        day: try #require(Day("2026-11-30")), time: try #require(TimeOfDay(minutes: 840)))
    }
  }

  private static func meaning(
    of phrase: String, _ now: LocalTime, _ direction: DateDirection
  ) -> String {
    do throws(DateMisfit) {
      let named = try NamedDay(phrase, from: Standpoint(now: now), direction: direction)
      return named.day.description + (named.time.map { " \($0)" } ?? "")
    } catch {
      switch error {
      case .unknown: return "! unknown"
      case .ambiguous(let one, let other): return "! \(one) or \(other)"
      case .monthLength(let month, let days, let year):
        return "! " + Day.monthName(month) + (year.map { " \($0)" } ?? "") + " has \(days) days"
      case .noLeapDay(let year): return "! \(year) has no 29 February"
      case .dayZero: return "! no day 0"
      case .noMonth(let month): return "! no month \(month)"
      case .otherWeekday(let day): return "! \(day) is a \(day.weekday.name)"
      case .noTime(let text): return "! no time \(text)"
      case .takesNoTime: return "! takes no time"
      case .beyondCalendar: return "! beyond"
      }
    }
  }
}
