package dev.sluice.flow.group;

import dev.sluice.change.TargetName;
import dev.sluice.language.Message;
import dev.sluice.target.GroupSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The targets of one deployment in one database and environment, more than one. */
public record Group(List<Member> members, GroupSettings settings) {
  public Group {
    members = List.copyOf(members);
  }

  /** A verdict for each target that waits and is willing. */
  public Map<TargetName, Verdict> plan(Instant now) {
    return Waves.plan(members, settings, now);
  }

  /** The verdict for one of them, as if it were willing when it waits. */
  public Optional<Verdict> verdict(TargetName target, Instant now) {
    List<Member> willing =
        members.stream().map(m -> m.target().equals(target) ? m.willingly() : m).toList();
    return Optional.ofNullable(Waves.plan(willing, settings, now).get(target));
  }

  /** Why nothing new starts until a person has acted; empty while it goes on. */
  public Optional<Message> stopped() {
    return Waves.stopped(members, settings);
  }

  /** Whether a target is itself among what failed: its retry is what may help. */
  public boolean failed(TargetName target) {
    return members.stream().anyMatch(m -> m.target().equals(target) && m.failed());
  }
}
