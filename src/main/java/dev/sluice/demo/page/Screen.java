package dev.sluice.demo.page;

import dev.sluice.demo.model.User;
import java.util.List;

/** What every page needs: under which path it lives, who looks, and whom one may become. */
public record Screen(String root, User user, List<User> people, String refused) {

  public String initials(User someone) {
    var name = someone.name().isBlank() ? someone.username() : someone.name();
    var words = name.split("\\s+");
    var last = words.length > 1 ? words[words.length - 1].substring(0, 1) : "";
    return words[0].substring(0, 1) + last;
  }

  /** One of eight colours, the same for a user on every page. */
  public String color(User someone) {
    return someone.bot() ? "bot" : "p" + someone.id() % 8;
  }
}
