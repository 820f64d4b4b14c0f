package dev.sluice.demo.api;

import dev.sluice.demo.json.Json;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Registers endpoints: finds out who asks, takes the lock, writes the answer. */
final class Routes {
  private final World world;
  private final RoutesConfig routes;
  private final String root;

  Routes(World world, RoutesConfig routes, String root) {
    this.world = world;
    this.routes = routes;
    this.root = root;
  }

  /** Answers with an object for 200, an {@link Answer}, or bytes for a raw file. */
  interface Endpoint {
    Object answer(Call call);
  }

  void get(String path, Endpoint endpoint) {
    routes.get(root + path, handler(endpoint));
  }

  void head(String path, Endpoint endpoint) {
    routes.head(root + path, handler(endpoint));
  }

  void post(String path, Endpoint endpoint) {
    routes.post(root + path, handler(endpoint));
  }

  void put(String path, Endpoint endpoint) {
    routes.put(root + path, handler(endpoint));
  }

  void delete(String path, Endpoint endpoint) {
    routes.delete(root + path, handler(endpoint));
  }

  private Handler handler(Endpoint endpoint) {
    return http -> {
      var body = http.body();
      write(http, world.locked(() -> answer(http, body, endpoint)));
    };
  }

  private Object answer(Context http, String body, Endpoint endpoint) {
    try {
      var params = Params.of(http.queryString(), http.contentType(), body);
      return endpoint.answer(new Call(world, http, user(http, params), params));
    } catch (Refusal refusal) {
      return new Answer(refusal.status(), refusal.body());
    }
  }

  private User user(Context http, Params params) {
    var id = world.tokens.get(token(http, params));
    var user = id == null ? null : world.users.get(id);
    if (user == null || !user.state().equals("active")) {
      throw Refusal.unauthorized();
    }
    return user;
  }

  private static String token(Context http, Params params) {
    var bearer = http.header("Authorization");
    var plain = http.header("PRIVATE-TOKEN");
    if (plain != null) {
      return plain;
    }
    return bearer != null && bearer.startsWith("Bearer ")
        ? bearer.substring("Bearer ".length())
        : params.text("private_token").orElse("");
  }

  private static void write(Context http, Object answer) {
    if (answer instanceof Answer special) {
      http.status(special.status());
      writeBody(http, special.body());
    } else {
      writeBody(http, answer);
    }
  }

  private static void writeBody(Context http, @Nullable Object body) {
    if (body instanceof byte[] bytes) {
      http.contentType("text/plain; charset=utf-8").result(bytes);
    } else if (body != null) {
      var json = Json.API.write(body);
      http.contentType("application/json").result(json.getBytes(StandardCharsets.UTF_8));
    }
  }
}
