extension Language {
  static let korean = Language(
    name: "Korean",
    patterns: [
      "{time} {person} 씨와 {topic} 이야기를 했다.",
      "면담이 끝난 뒤에 {degree} {mood} 기분이었다.",
      "{person} 씨가 {topic} 문제를 물었는데 나는 대답하지 못했다.",
      "{person} 씨가 전화했을 때 나는 {mood} 마음이었다.",
      "먼저 {topic} 일이 잘못됐고, 나중에 {person} 씨가 알아챘다.",
      "다음에는 {topic} 준비를 미리 {person} 씨와 함께 하겠다.",
      "시험을 앞두고 잠을 설쳤고 아침에는 {mood} 얼굴이었다.",
      "{time} 집까지 걸어오면서 옆에 {person} 씨가 있어 좋았다.",
      "기차에서 {person} 씨 옆에 앉아서 {degree} {mood} 시간을 보냈다.",
      "아무도 말하지 않다가 {person} 씨가 들어오자 모두 {mood} 표정을 지었다.",
      "세 쪽을 쓰고 나니 이제는 {mood} 느낌이다.",
      "{opening} 나는 공원에 오래 앉아 있었고 곁에는 {person}.",
    ],
    carriers: [
      "내 공책에는 {topic} 옆에 {value} 라고 적혀 있다.", "{person} 씨가 큰 소리로 {value} 라고 읽었다.",
      "쪽의 맨 위에는 {value}.",
    ],
    words: [
      .opening: list("어제 오늘 그뒤 마침내"),
      .mood: list("슬픈 차분한 화난 외로운 기쁜 초조한 뿌듯한 편안한 답답한 불안한"),
      .degree: list("아주 꽤 조금 정말 몹시"),
      .person: list("민수 지영 현우 수진 영호 미경 동훈 은주"),
      .topic: list("월급 계약 과제 제안 기한 발표 시험 동료 휴가 서류"),
      .time: list("어제 오늘 다시 나중에 일찍 아침에"),
    ],
    endings: [
      list("계획 계획을 계획서"), list("일 일을 일터"), list("질문 질문을 질문지"),
      list("공부 공부를 공부방"), list("목표 목표를 목표치"), list("도움 도움을 도움말"),
    ],
    bothEnds: [
      list("면접 재면접 면접관"), list("회의 대회의 회의실"), list("시험 모의시험 시험지"),
      list("직장 새직장 직장인"), list("경험 첫경험 경험담"),
    ],
    compounds: [list("온라인 전화 화상"), list("면담 회의 시험")],
    items: [
      "민수에게 전화", "서류 고치기", "편지 보내기", "대기열 읽기", "여덟 시간 자기", "의견 묻기",
      "발표 연습", "우표 사기", "지영에게 쓰기", "꽃에 물 주기", "한 시간 걷기", "월세 내기",
    ],
    headings: ["있었던 일", "배운 것", "다음에 할 일"],
    months: list("3월 5월 6월 7월 8월"), dayGap: nil, dayEnd: "일",
    quotes: ("‘", "’"), otherEnd: "!")
}
