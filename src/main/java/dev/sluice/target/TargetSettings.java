package dev.sluice.target;

import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import dev.sluice.setting.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** One physical database in one environment. */
@Doc("One physical database in one environment.")
public record TargetSettings(
    @Doc("Name of the environment.") String environment,
    @Doc("Tells several targets of one environment apart; left out when there is only one.")
        Optional<String> shard,
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

  public TargetSettings {
    if (holdsCredentials(url)) { // its value must not get into the message
      throw new IllegalArgumentException(
          "url must not contain credentials: use username and password");
    }
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

  static boolean holdsCredentials(String url) {
    return CREDENTIALS.matcher(url).find();
  }

  private static void requirePositive(String key, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(key + " must be longer than nothing");
    }
  }
}
