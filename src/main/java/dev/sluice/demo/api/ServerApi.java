package dev.sluice.demo.api;

import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Edition;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.List;
import java.util.Locale;

/** The instance itself and its users. */
final class ServerApi {
  private final World world;
  private final Views views;

  ServerApi(World world) {
    this.world = world;
    this.views = new Views(world);
  }

  void register(Routes routes) {
    routes.get("/version", call -> version());
    routes.get("/metadata", call -> version());
    routes.get("/user", call -> self(call));
    routes.get("/users", this::users);
    routes.get("/users/{id}", this::user);
    routes.get("/personal_access_tokens/self", this::token);
  }

  private Fields version() {
    return new Fields()
        .with("version", world.version)
        .with("revision", "0123456789a")
        .with("enterprise", world.edition == Edition.PREMIUM || world.version.endsWith("-ee"))
        .with("kas", new Fields().with("enabled", false));
  }

  private Fields self(Call call) {
    return views.user(call.user).with("email", call.user.email()).with("bot", call.user.bot());
  }

  private Object users(Call call) {
    var name = call.params.text("username");
    var search = call.params.text("search");
    var found =
        world.users.values().stream()
            .filter(user -> name.map(user.username()::equalsIgnoreCase).orElse(true))
            .filter(user -> search.map(text -> matches(user, text)).orElse(true))
            .toList();
    return call.page(found, this::withEmail);
  }

  /** A part of a name, or a whole address. */
  private static boolean matches(User user, String text) {
    var wanted = text.toLowerCase(Locale.ROOT);
    return user.email().equals(wanted)
        || user.username().toLowerCase(Locale.ROOT).contains(wanted)
        || user.name().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private Fields withEmail(User user) {
    return views.user(user).with("bot", user.bot()).with("public_email", user.email());
  }

  private Object user(Call call) {
    var user = world.users.get(call.id("id"));
    if (user == null) {
      throw Refusal.notFound("User");
    }
    return withEmail(user);
  }

  private Object token(Call call) {
    return new Fields()
        .with("id", call.user.id() + 1000)
        .with("name", "stand-in")
        .with("revoked", false)
        .with("active", true)
        .with("scopes", List.of("api"))
        .with("user_id", call.user.id())
        .with("created_at", world.now())
        .with("last_used_at", world.now())
        .with("expires_at", null);
  }
}
