#!/usr/bin/env python3
"""Writes dates.tsv: phrases for days, and the days that they mean, worked out with zoneinfo.

It shares nothing with the product. Where and when each phrase is said is an instant in UTC and a
zone; the day there comes from zoneinfo, and the day that is meant from datetime.

    python3 Tests/JournalTests/dates.py > Tests/JournalTests/dates.tsv
"""
import calendar
import random
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

# Both sides of a change of daylight saving, of a leap day, of a year's end, of a day that a zone
# left out, and the ends of the map.
MOMENTS = [
    ("Europe/Berlin", "2026-03-28 22:59"), ("Europe/Berlin", "2026-03-29 00:59"),
    ("Europe/Berlin", "2026-03-29 01:00"), ("Europe/Berlin", "2026-10-24 22:00"),
    ("Europe/Berlin", "2026-10-25 00:30"), ("Europe/Berlin", "2026-10-25 01:30"),
    ("Europe/Berlin", "2026-10-25 23:00"), ("America/New_York", "2026-03-08 04:59"),
    ("America/New_York", "2026-03-08 07:00"), ("America/New_York", "2026-11-01 05:30"),
    ("America/New_York", "2026-11-01 06:30"), ("America/New_York", "2026-11-02 04:59"),
    ("Australia/Lord_Howe", "2026-04-04 15:00"), ("Australia/Lord_Howe", "2026-10-03 15:31"),
    ("America/Sao_Paulo", "2018-11-04 02:59"), ("America/Sao_Paulo", "2018-11-04 03:00"),
    ("America/Sao_Paulo", "2018-02-18 01:59"), ("Asia/Beirut", "2026-03-28 22:00"),
    ("Asia/Kathmandu", "2026-06-30 18:14"), ("Asia/Kathmandu", "2026-06-30 18:15"),
    ("Pacific/Apia", "2011-12-30 09:59"), ("Pacific/Apia", "2011-12-30 10:00"),
    ("Pacific/Kiritimati", "2026-12-31 10:00"), ("Pacific/Pago_Pago", "2027-01-01 10:59"),
    ("America/St_Johns", "2027-01-01 03:29"), ("UTC", "2026-12-31 23:59"),
    ("UTC", "2027-01-01 00:00"), ("UTC", "2024-02-29 12:00"), ("UTC", "2024-03-01 00:00"),
    ("Asia/Tokyo", "2028-02-28 14:59"), ("Asia/Tokyo", "2028-02-28 15:00"),
    ("Africa/Casablanca", "2026-11-30 13:37"), ("UTC", "2100-02-28 12:00"),
    ("UTC", "1970-01-01 00:00"), ("America/Los_Angeles", "1970-01-02 00:00"),
]
NAMES = list(calendar.day_name)
MONTHS = list(calendar.month_name)
NUMBERS = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
           "twelve"]
CLOCKS = [("10:00", time(10)), ("9am", time(9)), ("at 12pm", time(12)), ("12:05 AM", time(0, 5)),
          ("at 23:59", time(23, 59)), ("at 7:30 pm", time(19, 30)), ("00:00", time(0))]
draw = random.Random(16)
rows = []


def months_later(day, months):
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def nearest(local, direction, clock, fits):
    """The nearest day that fits, today included, whose time lies on that side."""
    step = timedelta(days=-1 if direction == "past" else 1)
    day = local.date()
    while True:
        if fits(day):
            at = datetime.combine(day, clock if clock is not None else local.time())
            if at <= local if direction == "past" else at >= local:
                return day
        day += step


def case(phrase):
    return draw.choice([str.lower, str.upper, str.title, lambda phrase: phrase])(phrase)


def row(moment, direction, phrase, day, clock=None):
    zone, utc = moment
    at = datetime.strptime(utc, "%Y-%m-%d %H:%M").replace(tzinfo=timezone.utc)
    local = at.astimezone(ZoneInfo(zone))
    rows.append([zone, int(at.timestamp()) * 1000, local.strftime("%Y-%m-%d %H:%M"), direction,
                 phrase, day if isinstance(day, str) else day.isoformat(),
                 clock.strftime("%H:%M") if clock is not None else ""])


for moment in MOMENTS:
    zone, utc = moment
    at = datetime.strptime(utc, "%Y-%m-%d %H:%M").replace(tzinfo=timezone.utc)
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    today = local.date()
    direction = draw.choice(["past", "future"])

    def say(phrase, day, clock=None):
        row(moment, direction, case(phrase), day, clock)

    say("today", today)
    say("yesterday", today - timedelta(days=1))
    say("tomorrow 9am", today + timedelta(days=1), time(9))
    say(draw.choice(["this morning", "this afternoon", "this evening", "tonight"]), today)
    say("last night", today - timedelta(days=1))
    say("the day after tomorrow", today + timedelta(days=2))

    count = draw.choice([0, 1, 2, 3, 10, 31, 365])
    say(f"{count} day{'s' * (count != 1)} ago", today - timedelta(days=count))
    count = draw.randint(1, 12)
    say(f"in {NUMBERS[count - 1]} week{'s' * (count != 1)}", today + timedelta(days=7 * count))
    count = draw.randint(1, 40)
    say(f"{count} months ago", months_later(today, -count))
    say(f"in {count} months", months_later(today, count))
    say("a year ago", months_later(today, -12))
    say("in 4 years", months_later(today, 48))

    for weekday in draw.sample(range(7), 2) + [today.weekday()]:
        name = NAMES[weekday]
        fits = lambda day: day.weekday() == weekday
        text, clock = draw.choice(CLOCKS)
        say(draw.choice([name, name[:3]]), nearest(local, direction, None, fits))
        say(f"{name} {text}", nearest(local, direction, clock, fits), clock)
        say(f"next {name} {text}",
            nearest(local, "future", None, lambda day: fits(day) and day > today), clock)
        say(f"last {name}", nearest(local, "past", None, lambda day: fits(day) and day < today))

    for day in [date(2026, 11, 20), date(2024, 2, 29),
                date(draw.randint(1, 9999), draw.randint(1, 12), draw.randint(13, 28))]:
        month, year = MONTHS[day.month], f"{day.year:04}"
        say(draw.choice([
            f"{day.day} {month[:3]} {year}", f"{month} {day.day}, {year}", f"{year}/{day.month}/{day.day}",
            f"{day.day:02}.{day.month:02}.{year}", f"{day.day}/{day.month}/{year}",
            f"{day.month}/{day.day}/{year}", f"{day.isoformat()}",
            f"{NAMES[day.weekday()]}, {day.day} {month} {year}"]), day)
    for month, number in [(11, 20), (2, 29), (today.month, today.day)]:
        text, clock = draw.choice(CLOCKS + [("", None)] * 5)
        fits = lambda day: (day.month, day.day) == (month, number)
        say(draw.choice([f"{number} {MONTHS[month][:3]} {text}", f"{MONTHS[month]} {number} {text}"]).strip(),
            nearest(local, direction, clock, fits), clock)

HERE = ("Europe/Berlin", "2026-11-30 13:00")
for phrase, reason in [
    ("03/04/2026", "2026-04-03 or 2026-03-04"), ("12-11-2026", "2026-11-12 or 2026-12-11"),
    ("31 November 2026", "November has 30 days"), ("31.11.2026", "November has 30 days"),
    ("nov 31", "November has 30 days"), ("2026-11-31", "November has 30 days"),
    ("29 February 2026", "2026 has no 29 February"), ("2026/2/29", "2026 has no 29 February"),
    ("29.02.2100", "2100 has no 29 February"), ("30 feb", "February has 29 days"),
    ("30 feb 2026", "February 2026 has 28 days"), ("2028-02-30", "February 2028 has 29 days"),
    ("32 january", "January has 31 days"), ("31/6/2026", "June has 30 days"),
    ("0 november", "no day 0"), ("2026-11-00", "no day 0"), ("2026-13-01", "no month 13"),
    ("20.13.2026", "no month 13"), ("20/13/2026", "no month 13"), ("2026/0/1", "no month 0"),
    ("0000-01-01", "beyond"), ("in 9000 years", "beyond"), ("999999 days ago", "beyond"),
    ("monday 20 november 2026", "2026-11-20 is a Friday"), ("sat 20.11.2026", "2026-11-20 is a Friday"),
    ("friday 25:00", "no time 25:00"), ("friday at 13pm", "no time 13pm"),
    ("today 10:60", "no time 10:60"), ("today 0 am", "no time 0 am"),
    ("", "unknown"), (" ", "unknown"), ("lasst friday", "unknown"), ("fridya", "unknown"),
    ("tommorow", "unknown"), ("20 Nvo", "unknown"), ("20 november 26", "unknown"), ("20261120", "unknown"),
    ("2026-11-2", "unknown"), ("2026-11", "unknown"), ("20.11", "unknown"), ("november", "unknown"),
    ("next", "unknown"), ("last", "unknown"), ("next week", "unknown"), ("in 2", "unknown"),
    ("2 weeks", "unknown"), ("3 days age", "unknown"), ("days ago", "unknown"), ("-3 days ago", "unknown"),
    ("in three fridays", "unknown"), ("10:00", "unknown"), ("9am", "unknown"), ("at 10:00", "unknown"),
    ("friday at", "unknown"), ("friday 10", "unknown"), ("friday at 10", "unknown"),
    ("friday 10:0", "unknown"), ("friday 10:00 or so", "unknown"), ("friday, perhaps", "unknown"),
    ("maybe friday", "unknown"), ("friday friday", "unknown"), ("today yesterday", "unknown"),
    ("this morning 9pm", "unknown"), ("11st november", "unknown"), ("the", "unknown"), ("someday", "unknown"),
    ("20 \u043d\u043e\u044f", "unknown"), ("\uff12\uff10\uff12\uff16-11-20", "unknown"), ("2026-11-20T10:00", "unknown"),
    ("20 Nov 2026 2026", "unknown"), ("friday 20 friday", "unknown"), ("yesterday ago", "unknown"),
]:
    row(HERE, draw.choice(["past", "future"]), phrase, "! " + reason)

print("\t".join(["zone", "milliseconds", "local", "direction", "phrase", "day", "time"]))
for fields in rows:
    print("\t".join(str(field) for field in fields))
