import AfterwitDocument
import AfterwitEncoding
import Testing

@testable import AfterwitCommand
@testable import AfterwitDevice

@Suite("Reviews as they are printed")
struct ReviewRenderingTests {
  private static let plain = Style(escapes: false, colours: false)

  @Test("Each answer with what it yields, the words that differ marked, and where they stand")
  func overlap() throws {
    let page = ReviewPage(
      style: Self.plain, review: try Samples.overlap(), namesPart: false
    ).text(title: "Onsite at Acme")
    #expect(
      page == """
        Onsite at Acme
        00000000 · entry zzzzzzzz · happened

        This machine and laptop rewrote “too fast” in happened, line 2.
        mine · this machine, \(Samples.time)
            I talked {+far +}too [-fast-] {+quickly+} that day.
        theirs · laptop, \(Samples.time)
            I talked too [-fast-] {+slowly+} that day.
        both · stands now
            I talked {+far +}too [-fast-] {+quickly slowly+} that day.
        base · what stood before
            I talked too fast that day.
        """)
  }

  @Test("The words of the command are those of the page: mine first, numbers for three, or keep")
  func steps() throws {
    let two = ReviewPage(style: Self.plain, review: try Samples.overlap(), namesPart: false)
    #expect(
      two.nextSteps == [
        "Decide: afterwit review resolve 00000000 mine (or theirs, both, base, edit, --text TEXT)"
      ])
    let part = ReviewPage(style: Self.plain, review: try Samples.overlap(), namesPart: true)
    #expect(part.nextSteps[0].contains(" 00000000.1 mine "))
    let three = ReviewPage(style: Self.plain, review: try Samples.value(), namesPart: false)
    #expect(
      three.nextSteps == [
        "Decide: afterwit review resolve 00000000 side 2 "
          + "(or side 1, side 3, base, --text VALUE)"
      ])
    let deletion = ReviewPage(style: Self.plain, review: try Samples.deletion(), namesPart: false)
    #expect(
      deletion.nextSteps == ["Decide: afterwit review resolve 00000000 keep (or remove)"])
  }

  @Test("Values stand side by side, nothing where there was none, and machines without a name")
  func values() throws {
    let page = ReviewPage(style: Self.plain, review: try Samples.value(), namesPart: false)
      .text(title: "")
    #expect(
      page == """
        (no title)
        00000000 · entry zzzzzzzz · mood

        This machine, desk and machine 03030303 set mood to different values.
        side 2 · this machine, \(Samples.time)
            (nothing)
        side 1 · desk, \(Samples.time)
            2
        side 3 · machine 03030303, \(Samples.time) · stands now
            4
        base · what stood before
            3
        """)
  }

  @Test("A deletion says who deleted what, and who edited it")
  func deletion() throws {
    let page = ReviewPage(style: Self.plain, review: try Samples.deletion(), namesPart: false)
      .text(title: "No offer.")
    #expect(
      page == """
        No offer.
        00000000 · entry zzzzzzzz · entry

        Laptop deleted this entry, and this machine edited it without knowing. \
        It stays in sight until you decide.
        keep · this machine, \(Samples.time) · edited: happened, mood
            No offer.{+↵+}
            {+↵+}
            {+Not yet.+}
        remove · laptop, \(Samples.time)
            (out of sight; afterwit restore zzzzzzzz brings it back)
        """)
  }

  @Test("A line a part: what to type, entry, field, what met, on which machines, and when")
  func table() throws {
    let reviews = [
      try Samples.line("00000000.1", .overlap, "happened"),
      try Samples.line("00000000.2", .overlap, "happened"),
      try Samples.line("00000000", .value, "mood", values: ["4", "", "2"]),
      try Samples.line("00000000", .deletion, "entry", isRemoved: true),
    ]
    let tail = "this machine and laptop, \(Samples.time)"
    #expect(
      ReviewTable(style: Self.plain).lines(reviews) == [
        "00000000.1  Onsite at Acme  happened  same words  \(tail)",
        "00000000.2  Onsite at Acme  happened  same words  \(tail)",
        "00000000  Onsite at Acme  mood  4 or cleared or 2  \(tail)",
        "00000000  Onsite at Acme  entry  removed on laptop  \(tail)",
      ])
    for (width, line) in [
      (120, "00000000.1  Onsite at Acme  happened  same words         \(tail)"),
      (80, "00000000.1  Onsite at…  happened  same words         this machine and laptop, 2…"),
      (40, "00000000.1  Onsite at…  happened  same …"),
    ] {
      let narrow = ReviewTable(style: Style(escapes: true, colours: false, width: width))
        .lines(reviews)
      #expect(narrow.allSatisfy { $0.columns <= width }, "\(narrow)")
      #expect(narrow[0] == line)
    }
  }

  @Test("A terminal gets colour and spelt-out controls, and a pipe the bytes")
  func terminal() throws {
    let review = try Samples.value(texts: ["a \u{1b}[31m", "a b", "\u{202e}"])
    let terminal = ReviewPage(
      style: Style(escapes: true, colours: true), review: review, namesPart: false
    ).text(title: "\u{7}")
    #expect(!terminal.contains("\u{1b}[31m"))
    #expect(terminal.contains("a \\u{1b}[31m"))
    #expect(terminal.contains("\\u{202e}"))
    #expect(terminal.contains("\\u{7}"))
    let piped = ReviewPage(style: Self.plain, review: review, namesPart: false).text(title: "x")
    #expect(piped.contains("a \u{1b}[31m"))
  }

  @Test("A terminal's width cuts the title, and wraps the rest between words")
  func widths() throws {
    let title = "Onsite at Acme, the fourth round, with the whole team of storage"
    for width in [40, 80, 120] {
      let page = ReviewPage(
        style: Style(escapes: true, colours: false, width: width),
        review: try Samples.overlap(parts: 2), namesPart: false
      ).text(title: title)
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(lines.allSatisfy { $0.columns <= width }, "\(page)")
      #expect(lines[0] == title.cut(toColumns: width))
      #expect(lines[1] == "00000000 · entry zzzzzzzz · happened")
      let words = lines.map { $0.split(separator: " ").joined(separator: " ") }
        .joined(separator: " ")
      #expect(words.contains("I talked {+far +}too [-fast-] {+quickly+} that day. theirs"))
    }
  }

  @Test("JSON tells whole texts, and null where there is none")
  func documents() throws {
    let documents = JSONValue.documents(try Samples.value())
    #expect(documents.count == 1)
    let devices = ["01", "02", "03"].map { String(repeating: $0, count: 32) }
    let time = Moment(milliseconds: 1_763_726_400_042).iso8601
    func side(_ number: Int, _ name: String, _ isLocal: Bool, _ text: String) -> String {
      let device = #""device":"\#(devices[number - 1])""#
      return #"{"number":\#(number),\#(device),"local":\#(isLocal),"machines":[{\#(device),"#
        + #""name":\#(name),"local":\#(isLocal),"written":"\#(time)"}],"fields":[],"text":\#(text)}"#
    }
    let parts = [
      #"{"schema":"afterwit.review/1","id":"0000000000000000","part":1,"kind":"value","#,
      #""entry":"zzzzzzzzzzzzzzzz","list":null,"element":null,"field":"mood","base":"3","sides":["#,
      side(1, #""desk""#, false, #""2""#) + ",", side(2, #""laptop""#, true, "null") + ",",
      side(3, "null", false, #""4""#), #"],"current":"4","edited":false,"answers":["#,
      #"{"answer":"side 2","sides":[2],"yields":null,"stands":false},"#,
      #"{"answer":"side 1","sides":[1],"yields":"2","stands":false},"#,
      #"{"answer":"side 3","sides":[3],"yields":"4","stands":true},"#,
      #"{"answer":"base","sides":[],"yields":"3","stands":false}],"ended":null}"#,
    ]
    #expect(documents[0].text == parts.joined())
  }
}

/// Reviews made by hand.
private enum Samples {
  private static let milliseconds: UInt64 = 1_763_726_400_042
  static let time = Moment(milliseconds: milliseconds).local

  static func overlap(parts: Int = 1) throws -> Review {
    let before = "I came late.\nI talked "
    let behind = " that day.\nI left early."
    let texts = ["far too quickly", "too slowly"]
    let sides = try texts.enumerated().map { index, region in
      try side(
        index + 1, isLocal: index == 0, name: "laptop", text: before + region + behind,
        region: region, start: before.count)
    }
    return try review(
      .overlap, "happened",
      (1...parts).map { number in
        Review.Part(
          number: number, sides: sides, base: before + "too fast" + behind,
          current: before + "far too quickly slowly" + behind, baseRegion: "too fast",
          currentRegion: "far too quickly slowly", baseRegionStart: before.count,
          currentRegionStart: before.count, together: "far too quickly slowly")
      })
  }

  static func line(
    _ name: String, _ kind: Review.Kind, _ field: String, values: [String] = [],
    isRemoved: Bool = false
  ) throws -> OpenReview {
    let entry = try #require(EntryID([UInt8](repeating: 0xff, count: 10)))
    let key = FieldKey(entry: entry, field: FieldName(field, family: .text))
    let writers = try [(1, nil), (2, "laptop")].map { number, name in
      Writer(
        device: try #require(DeviceID([UInt8](repeating: number, count: 32))), name: name,
        isLocal: name == nil, milliseconds: milliseconds)
    }
    return OpenReview(
      review: try #require(ReviewID([UInt8](repeating: 0, count: 10))),
      part: KnownPart(field: key, part: OpenPart(field: key.field, kind: .overlap, hunks: [])),
      name: name, kind: kind, entry: entry, title: "Onsite\nat Acme", place: field,
      values: values, removers: isRemoved ? [writers[1]] : [], writers: writers)
  }

  static func value(texts: [String?] = ["2", nil, "4"]) throws -> Review {
    let sides = try zip(texts, ["desk", "laptop", nil]).enumerated().map { index, side in
      try Self.side(
        index + 1, isLocal: index == 1, name: side.1, text: side.0, region: side.0)
    }
    return try review(
      .value, "mood",
      [
        Review.Part(
          number: 1, sides: sides, base: "3", current: "4", baseRegion: "3", currentRegion: "4",
          baseRegionStart: 0, currentRegionStart: 0)
      ])
  }

  static func deletion() throws -> Review {
    let kept = "No offer.\n\nNot yet."
    return try review(
      .deletion, "entry",
      [
        Review.Part(
          number: 1,
          sides: [
            try side(1, isLocal: false, name: "laptop", text: nil, region: nil),
            try side(
              2, isLocal: true, name: nil, text: kept, region: kept,
              edited: ["happened", "mood"]),
          ], base: "No offer.", current: kept, baseRegion: "No offer.", currentRegion: kept,
          baseRegionStart: 0, currentRegionStart: 0, removedBy: 1)
      ])
  }

  private static func review(
    _ kind: Review.Kind, _ field: String, _ parts: [Review.Part]
  ) throws -> Review {
    Review(
      id: try #require(ReviewID([UInt8](repeating: 0, count: 10))), kind: kind,
      entry: try #require(EntryID([UInt8](repeating: 0xff, count: 10))), element: nil,
      field: field, parts: parts)
  }

  private static func side(
    _ number: Int, isLocal: Bool, name: String?, text: String?, region: String?, start: Int = 0,
    edited: [String] = []
  ) throws -> Review.Side {
    let device = try #require(DeviceID([UInt8](repeating: UInt8(number), count: 32)))
    return Review.Side(
      number: number,
      writers: [Writer(device: device, name: name, isLocal: isLocal, milliseconds: milliseconds)],
      text: text, region: region, regionStart: start, editedFields: edited)
  }
}
