package dev.sluice.demo.model;

/** A person or a bot. The state is {@code active} or {@code blocked}. */
public record User(long id, String username, String name, boolean bot, String state) {

  public String email() {
    return username + "@example.com";
  }

  public User withState(String newState) {
    return new User(id, username, name, bot, newState);
  }

  public User withUsername(String newName) {
    return new User(id, newName, name, bot, state);
  }
}
