package dev.sluice.deploy.executor;

import dev.sluice.change.Digest;
import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Sha256;
import dev.sluice.change.TargetName;
import dev.sluice.deploy.Decision;
import dev.sluice.deploy.Provenance;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.RolloutId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Rollouts for tests. */
final class Rollouts {
  static final TargetName TARGET = TargetName.of("orders", "test");

  private Rollouts() {}

  static Script script(String path, String sql) {
    return new Script(path, ScriptName.parse(path).orElseThrow(), sql, Sha256.of(sql));
  }

  static Rollout rollout(Script... scripts) {
    return rollout(1, 1, scripts);
  }

  static Rollout rollout(long id, long token, Script... scripts) {
    return new Rollout(
        new RolloutId(id),
        TARGET,
        token,
        new Provenance("7!" + id, new Digest("0".repeat(64)), "c0ffee", "lin"),
        Arrays.asList(scripts),
        Map.of());
  }

  static Rollout with(Rollout rollout, int seq, Decision decision) {
    return new Rollout(
        rollout.id(),
        rollout.target(),
        rollout.token(),
        rollout.provenance(),
        rollout.scripts(),
        Map.of(seq, decision));
  }

  static Rollout retry(Rollout rollout) {
    return new Rollout(
        rollout.id(),
        rollout.target(),
        rollout.token() + 1,
        rollout.provenance(),
        List.copyOf(rollout.scripts()),
        rollout.decisions());
  }
}
