package dev.sluice.mergerequest;

/**
 * A GitLab user. Two persons are the same when their ids are: usernames can be renamed.
 *
 * @param bot a service account or an access token's bot user
 * @param active false when blocked or deactivated
 */
public record Person(long id, String username, String name, boolean bot, boolean active) {
  /** How people are mentioned to people; escaped where it is rendered. */
  public String handle() {
    return "@" + username;
  }
}
