package dev.sluice.flow.group;

import dev.sluice.change.TargetName;
import dev.sluice.language.Message;
import dev.sluice.target.GroupSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which targets of a group may start now. Canaries first, and only when all of them are done
 * and have soaked the waves, one after the other, a few targets at once. A failed canary stops
 * everything, else so many failures as the settings say; what runs then ends, nothing new starts.
 * Failures of one deployment count, and no longer when a retry went well or a person gave the
 * target up. Pure.
 */
public final class Waves {
  private static final int MOST_NAMES = 3;

  private final List<Member> group;
  private final GroupSettings settings;
  private final Instant now;

  private Waves(Collection<Member> group, GroupSettings settings, Instant now) {
    this.group = group.stream().sorted(Member.ORDER).toList();
    this.settings = settings;
    this.now = now;
  }

  /**
   * A verdict for each target that waits and is willing.
   *
   * @param group the targets of one deployment in one database and environment
   */
  public static Map<TargetName, Verdict> plan(
      Collection<Member> group, GroupSettings settings, Instant now) {
    return new Waves(group, settings, now).plan();
  }

  /** Why nothing new starts until a person has acted; empty while it goes on. */
  public static Optional<Message> stopped(Collection<Member> group, GroupSettings settings) {
    return new Waves(group, settings, Instant.EPOCH).limit();
  }

  private Map<TargetName, Verdict> plan() {
    Map<TargetName, Verdict> verdicts = new LinkedHashMap<>();
    Optional<Message> limit = limit();
    long free = settings.parallel() - group.stream().filter(Member::active).count();
    for (Member member : group) {
      if (!member.waits() || !member.willing()) {
        continue;
      }
      Optional<Verdict> obstacle = obstacle(member, limit);
      boolean starts = obstacle.isEmpty() && free > 0;
      free -= starts ? 1 : 0;
      verdicts.put(
          member.target(),
          obstacle.orElseGet(() -> starts ? new Verdict.Start() : new Verdict.Wait(inTurn())));
    }
    return verdicts;
  }

  /** A retry of what failed goes before everything, and is what may lift the limit. */
  private Optional<Verdict> obstacle(Member member, Optional<Message> limit) {
    if (member.failed()) {
      return Optional.empty();
    }
    if (limit.isPresent()) {
      return Optional.of(new Verdict.Stop(limit.get()));
    }
    return member.canary() ? Optional.empty() : canaries().or(() -> wave(member));
  }

  private Optional<Message> limit() {
    List<Member> failed = group.stream().filter(Member::failed).toList();
    List<Member> canaries = failed.stream().filter(Member::canary).toList();
    if (!canaries.isEmpty()) {
      return Optional.of(Message.of("stopped: the canary %s failed", names(canaries)));
    }
    return failed.size() < settings.stopAfter()
        ? Optional.empty()
        : Optional.of(
            failed.size() == 1
                ? Message.of("stopped: %s failed", names(failed))
                : Message.of("stopped after %s failures: %s", failed.size(), names(failed)));
  }

  private Optional<Verdict> canaries() {
    List<Member> canaries = group.stream().filter(Member::canary).toList();
    List<Member> open = canaries.stream().filter(m -> !m.finished()).toList();
    if (!open.isEmpty()) {
      return Optional.of(new Verdict.Wait(Message.of("after the canary %s", names(open))));
    }
    if (settings.canarySoak().isZero()) { // the clock may have been ahead when they ended
      return Optional.empty();
    }
    return canaries.stream()
        .flatMap(m -> m.endedAt().stream())
        .max(Instant::compareTo)
        .map(last -> last.plus(settings.canarySoak()))
        .filter(end -> end.isAfter(now))
        .map(Verdict.Soak::new);
  }

  /** Those that cannot start for another reason hold nobody: they catch up when they can. */
  private Optional<Verdict> wave(Member member) {
    return group.stream()
        .filter(m -> !m.canary() && m.wave() < member.wave())
        .filter(m -> m.active() || (m.waits() && m.willing() && !m.held()))
        .findFirst()
        .map(m -> new Verdict.Wait(Message.of("wave %s, after wave %s", member.wave(), m.wave())));
  }

  private Message inTurn() {
    return Message.of("in turn, %s at a time", settings.parallel());
  }

  private static String names(List<Member> members) {
    String first =
        String.join(
            ", ", members.stream().limit(MOST_NAMES).map(m -> m.target().toString()).toList());
    return members.size() > MOST_NAMES ? first + ", …" : first;
  }
}
