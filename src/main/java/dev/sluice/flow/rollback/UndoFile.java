package dev.sluice.flow.rollback;

import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Sha256;
import dev.sluice.change.Version;
import dev.sluice.flow.undo.WayBack;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.MergeRequestId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The script file that takes another one back: its name and its text. */
final class UndoFile {
  private static final Pattern NUMBER = Pattern.compile("(?i)^(V?)([0-9]+)((?:[._][0-9]+)*)(_+).*");

  private UndoFile() {}

  /**
   * Named after the script that it takes back, with the version behind all that are taken.
   *
   * @param taken paths whose versions are taken
   */
  static String path(String of, String version, Collection<String> taken) {
    int slash = of.lastIndexOf('/') + 1;
    Matcher name = NUMBER.matcher(of.substring(slash));
    String letter = name.matches() ? name.group(1) : "V";
    int width = name.matches() ? name.group(2).length() : 1;
    String line = name.matches() ? name.group(4) : "__";
    List<BigInteger> next = next(taken);
    StringBuilder number = new StringBuilder(padded(next.get(0), width));
    next.stream().skip(1).forEach(p -> number.append('.').append(p));
    return of.substring(0, slash)
        + letter
        + number
        + line
        + "undo_of_"
        + version.replace('.', '_')
        + ".sql";
  }

  private static String padded(BigInteger number, int width) {
    String text = number.toString();
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }

  private static List<BigInteger> next(Collection<String> taken) {
    Optional<Version> newest =
        taken.stream()
            .flatMap(p -> ScriptName.parse(p).stream())
            .filter(n -> n.kind() == ScriptName.Kind.VERSIONED)
            .map(n -> Version.parse(n.version()))
            .max(Comparator.naturalOrder());
    List<BigInteger> parts = new ArrayList<>(newest.map(Version::parts).orElse(List.of()));
    if (parts.isEmpty()) {
      return List.of(BigInteger.ONE);
    }
    int last = parts.size() - 1;
    parts.set(last, parts.get(last).add(BigInteger.ONE));
    return parts;
  }

  /** The directive above all says whose version may run again afterwards. */
  static String text(WayBack way, Script of, MergeRequestId brought, Language language) {
    StringBuilder text = new StringBuilder();
    if (of.name().kind() == ScriptName.Kind.VERSIONED) {
      text.append("-- sluice:undoes ").append(of.name().version()).append('\n');
    }
    comment(text, language.say("Takes back %s of %s.", of.path(), "!" + brought.iid()));
    if (way.byAuthor()) {
      comment(text, language.text("Written by the author of the script."));
    }
    way.losses()
        .forEach(l -> comment(text, language.say("Does not come back, or may fail: %s.", l)));
    return text.append('\n').append(way.sql()).toString();
  }

  private static void comment(StringBuilder text, String line) {
    text.append("-- ").append(line.replaceAll("\\s+", " ")).append('\n');
  }

  static Script script(String path, String text) {
    return new Script(path, ScriptName.parse(path).orElseThrow(), text, Sha256.of(text));
  }
}
