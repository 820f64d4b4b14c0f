package dev.sluice.target;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import dev.sluice.setting.Secret;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One physical database in one environment. */
@Doc("One physical database in one environment.")
public record TargetSettings(
    @Doc("Name of the environment.") String environment,
    @Doc("Tells several targets of one environment apart; left out when there is only one.")
        Optional<String> shard,
    @Doc(
            "Several targets in one block, by name or range: [ eu, us ] or t{001..200}. {shard} in"
                + " url, username and review_username becomes the name.")
        List<ShardNames> shards,
    @Doc(
            "All databases of the server whose names fit are targets: tenant_{region}_%. % stands"
                + " for anything, {region} too, and gives a label. {shard} in url becomes the name"
                + " of the database.")
        Optional<DatabasePattern> discover,
    @Doc("What to call targets by: groups choose their canaries by them.")
        Map<String, String> labels,
    @Doc(
            "JDBC address, without credentials: jdbc:postgresql://host:5432/name,"
                + " jdbc:mysql://host:3306/name, jdbc:mariadb://host:3306/name, jdbc:sqlite:file.")
        String url,
    @Doc("The account that deploys.") Optional<String> username,
    @Doc("Its password.") Optional<Secret> password,
    @Doc("A read-only account for the review; the deploying one when left out.")
        Optional<String> reviewUsername,
    @Doc("Its password.") Optional<Secret> reviewPassword,
    @Doc("How long a connection may take to open.") @Default("5s") Duration connectTimeout,
    @Doc("How long a statement may wait for a lock while others queue behind it.") @Default("5s")
        Duration lockTimeout,
    @Doc("How long a statement may run.") @Default("30m") Duration statementTimeout) {
  private static final Pattern CREDENTIALS =
      Pattern.compile("(?i)//[^/?]*@|[?&;](user|password|sslpassword)=");

  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** Stands for the name of the shard. */
  static final String SHARD = "{shard}";

  /** One target, without labels. */
  public TargetSettings(
      String environment,
      Optional<String> shard,
      String url,
      Optional<String> username,
      Optional<Secret> password,
      Optional<String> reviewUsername,
      Optional<Secret> reviewPassword,
      Duration connectTimeout,
      Duration lockTimeout,
      Duration statementTimeout) {
    this(
        environment,
        shard,
        List.of(),
        Optional.empty(),
        Map.of(),
        url,
        username,
        password,
        reviewUsername,
        reviewPassword,
        connectTimeout,
        lockTimeout,
        statementTimeout);
  }

  public TargetSettings {
    shards = List.copyOf(shards);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    if (holdsCredentials(url)) { // its value must not get into the message
      throw new IllegalArgumentException(
          "url must not contain credentials: use username and password");
    }
    checkShards(shard.isPresent(), shards, discover, url);
    if (discover.isPresent() && (username.orElse("") + reviewUsername.orElse("")).contains(SHARD)) {
      throw new IllegalArgumentException(
          "discover needs an account that is the same for all databases of the server");
    }
    checkLabels(labels, discover);
    requirePositive("connect_timeout", connectTimeout);
    requirePositive("lock_timeout", lockTimeout);
    requirePositive("statement_timeout", statementTimeout);
    if (password.isPresent() && username.isEmpty()) {
      throw new IllegalArgumentException("password needs a username");
    }
    if (reviewPassword.isPresent() && reviewUsername.isEmpty()) {
      throw new IllegalArgumentException("review_password needs a review_username");
    }
  }

  /** Whether this block stands for as many targets as it names or finds. */
  public boolean several() {
    return !shards.isEmpty() || discover.isPresent();
  }

  /**
   * The single targets of this block.
   *
   * @param found names of the databases on the server, where this block discovers them
   */
  public List<TargetSettings> each(Collection<String> found) {
    if (discover.isPresent()) {
      DatabasePattern pattern = discover.get();
      return found.stream()
          .sorted()
          .flatMap(name -> pattern.labels(name).map(parts -> one(name, parts)).stream())
          .toList();
    }
    return shards.isEmpty()
        ? List.of(this)
        : shards.stream().flatMap(s -> s.all().stream()).map(s -> one(s, Map.of())).toList();
  }

  /** The same with another name of the shard in place; further labels give way to its own. */
  TargetSettings one(String name, Map<String, String> further) {
    Map<String, String> all = new LinkedHashMap<>(further);
    all.putAll(labels);
    return new TargetSettings(
        environment,
        Optional.of(name),
        List.of(),
        Optional.empty(),
        all,
        url.replace(SHARD, name),
        username.map(u -> u.replace(SHARD, name)),
        password,
        reviewUsername.map(u -> u.replace(SHARD, name)),
        reviewPassword,
        connectTimeout,
        lockTimeout,
        statementTimeout);
  }

  static boolean holdsCredentials(String url) {
    return CREDENTIALS.matcher(url).find();
  }

  private static void checkShards(
      boolean alone, List<ShardNames> shards, Optional<DatabasePattern> discover, String url) {
    if ((alone ? 1 : 0) + (shards.isEmpty() ? 0 : 1) + (discover.isPresent() ? 1 : 0) > 1) {
      throw new IllegalArgumentException("only one of shard, shards and discover may be given");
    }
    boolean several = !shards.isEmpty() || discover.isPresent();
    if (several != url.contains(SHARD)) {
      throw new IllegalArgumentException(
          several
              ? "url needs {shard} where the targets differ"
              : "url has {shard}: say which with shards or discover");
    }
  }

  private static void checkLabels(Map<String, String> labels, Optional<DatabasePattern> discover) {
    labels.forEach(
        (key, value) -> {
          if (!LABEL.matcher(key).matches() || !LABEL.matcher(value).matches()) {
            throw new IllegalArgumentException(
                "labels may hold letters, digits, dot, dash and underscore only: " + key);
          }
        });
    if (discover.filter(p -> p.labelNames().stream().anyMatch(labels::containsKey)).isPresent()) {
      throw new IllegalArgumentException("a label comes from discover already");
    }
  }

  private static void requirePositive(String key, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(key + " must be longer than nothing");
    }
  }
}
