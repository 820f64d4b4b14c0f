package dev.sluice.config.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Binds a mapping onto a record. */
final class BindSection {
  /** Top-level keys that begin so are ignored: a place for anchors. */
  private static final String ASIDE = "x-";

  private final Binder binder;
  private final Spot spot;
  private final Shape.Section shape;
  private final List<Key> keys;
  private final Optional<Key> others;

  BindSection(Binder binder, Spot spot, Shape.Section shape) {
    this.binder = binder;
    this.spot = spot;
    this.shape = shape;
    this.keys = shape.keys();
    this.others = shape.others();
  }

  /** {@code alsoKnown} are keys that the record itself does not hold. */
  Optional<Object> bind(MappingNode mapping, List<String> alsoKnown) {
    var given = new HashMap<String, Entries.Entry>();
    for (Entries.Entry entry : new Entries(binder).of(mapping, spot)) {
      given.put(entry.name(), entry);
      if (!alsoKnown.contains(entry.name())) {
        note(entry);
      }
    }
    return create(key -> isOthers(key) ? others(key, given) : argument(key, given));
  }

  /** The section for which one value stands. */
  Optional<Object> bindShortcut(Key shortcut) {
    if (spot.written()) {
      String path = spot.child(shortcut.name(), spot.node()).path();
      binder.places().put(path, spot.place(), spot.place());
    }
    return create(
        key ->
            key.equals(shortcut)
                ? key.shape().accept(new BindNode(binder, spot))
                : argument(key, Map.of()));
  }

  private boolean isOthers(Key key) {
    return others.filter(key::equals).isPresent();
  }

  /** The entries that no key claims, by their names. */
  private Optional<Object> others(Key key, Map<String, Entries.Entry> given) {
    Shape value = ((Shape.Named) key.shape()).value();
    List<String> names = keys.stream().map(Key::name).toList();
    Map<String, Object> bound = new LinkedHashMap<>();
    boolean whole = true;
    for (Entries.Entry entry : given.values()) {
      if (!names.contains(entry.name())) {
        Optional<Object> one = binder.bind(value, spot.child(entry.name(), entry.value()));
        one.ifPresent(v -> bound.put(entry.name(), v));
        whole = whole && one.isPresent();
      }
    }
    return whole ? Optional.of(bound) : Optional.empty();
  }

  private void note(Entries.Entry entry) {
    Spot child = spot.child(entry.name(), entry.value());
    Place place = spot.written() ? Place.of(entry.key().getStartMark()) : spot.place();
    if (spot.written()) {
      binder.places().put(child.path(), place, child.place());
    }
    List<String> names = keys.stream().map(Key::name).toList();
    boolean aside = spot.path().isEmpty() && entry.name().startsWith(ASIDE);
    if (names.contains(entry.name()) || aside || others.isPresent()) {
      return;
    }
    Optional<String> former = shape.former(entry.name());
    if (former.isPresent()) {
      binder.problems().add(Problem.at(place, child.path(), former.get()));
    } else {
      Optional<String> guess = DidYouMean.guess(entry.name(), names);
      String known = guess.isPresent() ? "" : "; known here: " + Problems.listed(names);
      binder
          .problems()
          .add(new Problem(place.line(), place.column(), child.path(), "is no key" + known, guess));
    }
  }

  private Optional<Object> argument(Key key, Map<String, Entries.Entry> given) {
    Entries.Entry entry = given.get(key.name());
    if (entry != null && !Binder.isEmpty(entry.value())) {
      return binder.bind(key.shape(), spot.child(key.name(), entry.value()));
    }
    if (key.byDefault().isPresent()) {
      return binder.bind(
          key.shape(), spot.absent(key.name(), Defaults.parse(key.byDefault().get())));
    }
    if (entry != null && key.required()) {
      return binder.fail(spot.child(key.name(), entry.key()), "is required, but empty");
    }
    return key.shape().accept(new Absent(binder, spot.absent(key.name(), Defaults.emptySection())));
  }

  private Optional<Object> create(Function<Key, Optional<Object>> argument) {
    List<Key> parts = shape.parts();
    List<Object> arguments = parts.stream().map(argument).flatMap(Optional::stream).toList();
    return arguments.size() == parts.size() ? create(arguments) : Optional.empty();
  }

  private Optional<Object> create(List<Object> arguments) {
    Class<?>[] types =
        Arrays.stream(shape.type().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = shape.type().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(arguments.toArray()));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        return refused(Objects.requireNonNullElse(refused.getMessage(), "is not valid"));
      }
      throw new IllegalStateException(shape.type() + " failed at " + spot.path(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(shape.type() + " cannot be created", e);
    }
  }

  /** A message that begins with one of the record's keys is a problem of that key. */
  private Optional<Object> refused(String message) {
    String first = message.split("[ :]", 2)[0];
    Set<String> names = Set.copyOf(keys.stream().map(Key::name).toList());
    Optional<String> key = names.stream().filter(first::equals).findFirst();
    if (key.isEmpty()) {
      return binder.fail(spot, message);
    }
    String path = spot.path().isEmpty() ? first : spot.path() + "." + first;
    binder.problems().value(path, message.substring(first.length()).replaceFirst("^:?\\s*", ""));
    return Optional.empty();
  }
}
