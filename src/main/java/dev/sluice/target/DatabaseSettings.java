package dev.sluice.target;

import dev.sluice.bulk.OnlineSettings;
import dev.sluice.change.BackupPolicy;
import dev.sluice.change.GateSettings;
import dev.sluice.setting.Doc;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A logical database and where it really is. */
@Doc("A logical database and the physical ones behind it, one or more per environment.")
public record DatabaseSettings(
    @Doc("Its engine.") Dialect engine,
    @Doc("Where it is in each environment; several in one environment need a shard each.")
        List<TargetSettings> targets,
    @Doc("How a change goes to several targets of one environment, by environment.")
        Map<String, GroupSettings> groups,
    @Doc("What is kept of its rows, where it is not as its environments say.")
        Optional<BackupPolicy> backup,
    @Doc("What must hold in the moment before the first statement, in place of the environment's.")
        Optional<GateSettings> gates,
    @Doc("The tool that runs `-- sluice: online`, on MySQL and MariaDB; none when left out.")
        Optional<OnlineSettings> online) {
  public DatabaseSettings {
    targets = List.copyOf(targets);
    groups = Map.copyOf(groups);
  }
}
