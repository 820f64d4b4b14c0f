package dev.sluice.web;

import io.javalin.config.RoutesConfig;

/** A part of the site: adds its own routes to the server. */
@FunctionalInterface
public interface Routes {
  void addTo(RoutesConfig routes);
}
