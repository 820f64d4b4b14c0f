package dev.sluice.config.bind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a key without a default is when the file leaves it out. */
final class Absent implements Shape.Visitor<Optional<Object>> {
  private final Binder binder;
  private final Spot spot;

  Absent(Binder binder, Spot spot) {
    this.binder = binder;
    this.spot = spot;
  }

  private Optional<Object> required() {
    return binder.fail(spot, "is required");
  }

  @Override
  public Optional<Object> text(Shape.Text shape) {
    return required();
  }

  @Override
  public Optional<Object> choice(Shape.Choice shape) {
    return required();
  }

  @Override
  public Optional<Object> variants(Shape.Variants shape) {
    return required();
  }

  @Override
  public Optional<Object> many(Shape.Many shape) {
    return Optional.of(shape.unique() ? Set.of() : List.of());
  }

  @Override
  public Optional<Object> named(Shape.Named shape) {
    return Optional.of(Map.of());
  }

  @Override
  public Optional<Object> maybe(Shape.Maybe shape) {
    return Optional.of(Optional.empty());
  }

  /** Made of its own defaults; what it requires is told key by key. */
  @Override
  public Optional<Object> section(Shape.Section shape) {
    return binder.bind(shape, spot);
  }
}
