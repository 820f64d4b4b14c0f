package dev.sluice.demo.api;

import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Edition;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.World;
import java.util.List;

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
    var found =
        world.users.values().stream()
            .filter(user -> name.isEmpty() || user.username().equalsIgnoreCase(name.get()))
            .toList();
    return call.page(found, views::user);
  }

  private Object user(Call call) {
    var user = world.users.get(call.id("id"));
    if (user == null) {
      throw Refusal.notFound("User");
    }
    return views.user(user).with("bot", user.bot()).with("public_email", null);
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
