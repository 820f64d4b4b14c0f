package dev.sluice.target;

import dev.sluice.setting.Doc;
import dev.sluice.sql.Dialect;
import java.util.List;

/** A logical database and where it really is. */
@Doc("A logical database and the physical ones behind it, one or more per environment.")
public record DatabaseSettings(
    @Doc("Its engine.") Dialect engine,
    @Doc("Where it is in each environment; several in one environment need a shard each.")
        List<TargetSettings> targets) {
  public DatabaseSettings {
    targets = List.copyOf(targets);
  }
}
