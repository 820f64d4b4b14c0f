package dev.sluice.review;

import dev.sluice.probe.Answer;
import dev.sluice.probe.Answers;
import dev.sluice.probe.Dependant;
import dev.sluice.probe.Probe;
import dev.sluice.probe.Trial;
import dev.sluice.sql.ObjectName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a target would answer, a line each: the probe's words, {@code =}, and {@code 9 rows li… ×3;
 * an… ×2}, {@code counts 12 scanning orders}, {@code estimates 4100000}, {@code hangs refuses view:
 * a; may_break trigger: b of c}, or {@code unknown why}; and {@code trial = V1__x.sql 2 the
 * server's words}.
 */
public final class SampleAnswers {
  private static final Pattern AFFECTED =
      Pattern.compile("(counts|estimates) (\\d+)(?: scanning (\\w+))?");
  private static final Pattern MISFITS = Pattern.compile("(\\d+) rows ?(.*)");

  private static final Pattern HANGS =
      Pattern.compile("(\\w+) ([a-z ]+): ([\\w.]+)(?: of ([\\w.]+))?");

  private SampleAnswers() {}

  public static Answers of(String text, Collection<Probe> probes) {
    Map<String, Answer> byWords = new HashMap<>();
    text.lines()
        .map(line -> line.split(" = ", 2))
        .forEach(line -> byWords.put(line[0], answer(line[1])));
    Optional<Trial> trial =
        Optional.ofNullable(byWords.remove("trial")).map(a -> trial(((Answer.Unknown) a).why()));
    Map<Probe, Answer> answers = new HashMap<>();
    for (Probe probe : probes) {
      Answer answer = byWords.get(probe.words());
      if (answer != null) {
        answers.put(probe, answer);
      }
    }
    return new Answers(answers).with(trial);
  }

  /** {@code V1__x.sql 2 what the server says}. */
  private static Trial trial(String text) {
    String[] parts = text.split(" ", 3);
    return new Trial(
        Trial.State.FAILED, parts[0], Integer.parseInt(parts[1]), parts[2], List.of(), "");
  }

  private static Answer answer(String text) {
    Matcher affected = AFFECTED.matcher(text);
    if (affected.matches()) {
      return new Answer.Affected(
          Long.parseLong(affected.group(2)),
          affected.group(1).equals("counts"),
          affected.group(3) == null ? List.of() : List.of(affected.group(3)));
    }
    Matcher misfits = MISFITS.matcher(text);
    if (misfits.matches()) {
      String samples = misfits.group(2);
      return new Answer.Misfits(
          Long.parseLong(misfits.group(1)),
          samples.isEmpty() ? List.of() : List.of(samples.split("; ")));
    }
    if (text.startsWith("hangs")) {
      return new Answer.Dependants(
          HANGS.matcher(text.substring(5)).results().map(SampleAnswers::dependant).toList());
    }
    return new Answer.Unknown(text.replaceFirst("unknown ", ""));
  }

  private static Dependant dependant(MatchResult one) {
    return new Dependant(
        one.group(2),
        name(one.group(3)),
        Optional.ofNullable(one.group(4)).map(SampleAnswers::name),
        Dependant.Fate.valueOf(one.group(1).toUpperCase(Locale.ROOT)));
  }

  private static ObjectName name(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? ObjectName.of(text)
        : ObjectName.of(text.substring(0, dot), text.substring(dot + 1));
  }
}
