package dev.sluice.config.bind;

import dev.sluice.setting.Doc;
import dev.sluice.setting.Former;
import dev.sluice.setting.Others;
import dev.sluice.setting.Shortcut;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a settings type looks like in YAML. Binding, the JSON Schema and the docs all walk the same
 * shapes, so that they cannot disagree.
 */
public sealed interface Shape {
  <R> R accept(Visitor<R> visitor);

  /** One value: text, number, duration, or a type with a static {@code parse(String)}. */
  record Text(Class<?> type) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /** One of an enum's constants, written in lower case. */
  record Choice(Class<?> type) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
    }

    /** Name in YAML to constant, in order of declaration. */
    public Map<String, Enum<?>> constants() {
      var names = new LinkedHashMap<String, Enum<?>>();
      for (Object constant : type.getEnumConstants()) {
        var one = (Enum<?>) constant;
        names.put(one.name().toLowerCase(Locale.ROOT), one);
      }
      return names;
    }
  }

  /** A list or set; a single element may be written without brackets. */
  record Many(Shape element, boolean unique) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.many(this);
    }
  }

  /** A map whose keys are names given by the user. */
  record Named(Shape key, Shape value) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.named(this);
    }
  }

  /** May be left out, and is then empty. */
  record Maybe(Shape inner) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.maybe(this);
    }
  }

  /** A record: its components are the keys. */
  record Section(Class<?> type) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.section(this);
    }

    public List<Key> keys() {
      return components().filter(c -> !c.isAnnotationPresent(Others.class)).map(Key::of).toList();
    }

    /** What takes the keys that the record does not name: a map. */
    public Optional<Key> others() {
      return components().filter(c -> c.isAnnotationPresent(Others.class)).map(Key::of).findFirst();
    }

    /** The keys and, where there is one, the component for others, in order. */
    List<Key> parts() {
      return components().map(Key::of).toList();
    }

    /** The key that a single value in place of the section stands for. */
    public Optional<Key> shortcut() {
      return Optional.ofNullable(type.getAnnotation(Shortcut.class))
          .map(Shortcut::value)
          .flatMap(name -> keys().stream().filter(k -> k.name().equals(name)).findFirst());
    }

    /** What to write instead of a key that the section had once. */
    Optional<String> former(String key) {
      return Arrays.stream(type.getAnnotationsByType(Former.class))
          .filter(former -> former.key().equals(key))
          .map(Former::now)
          .findFirst();
    }

    private Stream<RecordComponent> components() {
      return Arrays.stream(type.getRecordComponents());
    }
  }

  /** A sealed interface of records, told apart by the key {@code type}. */
  record Variants(Class<?> type) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.variants(this);
    }

    /** {@code FeishuBot} of {@code sealed interface Bot} is written {@code type: feishu}. */
    public Map<String, Section> byName() {
      var sections = new LinkedHashMap<String, Section>();
      for (Class<?> variant : type.getPermittedSubclasses()) {
        String name = variant.getSimpleName().replaceFirst(type.getSimpleName() + "$", "");
        sections.put(Key.snakeCase(name), new Section(variant));
      }
      return sections;
    }
  }

  /** One method per shape. */
  interface Visitor<R> {
    R text(Text shape);

    R choice(Choice shape);

    R many(Many shape);

    R named(Named shape);

    R maybe(Maybe shape);

    R section(Section shape);

    R variants(Variants shape);
  }

  /**
   * Throws IllegalArgumentException for a type that cannot be written in YAML: a mistake of ours.
   */
  static Shape of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException("no shape for " + type);
    }
    if (plain.isEnum()) {
      return new Choice(plain);
    }
    if (Scalars.knows(plain)) {
      return new Text(plain);
    }
    if (plain.isSealed()) {
      return new Variants(plain);
    }
    if (plain.isRecord()) {
      return new Section(plain);
    }
    throw new IllegalArgumentException("no shape for " + type);
  }

  private static Shape ofGeneric(Class<?> raw, Type[] arguments) {
    Shape last = of(arguments[arguments.length - 1]);
    if (raw == List.class || raw == Set.class) {
      return new Many(last, raw == Set.class);
    }
    if (raw == Map.class) {
      return new Named(of(arguments[0]), last);
    }
    if (raw == Optional.class) {
      return new Maybe(last);
    }
    throw new IllegalArgumentException("no shape for " + raw);
  }

  /**
   * What {@link Doc} says about a type or an enum constant's field; empty where it says nothing.
   */
  static String docOf(java.lang.reflect.AnnotatedElement element) {
    Doc doc = element.getAnnotation(Doc.class);
    return doc == null ? "" : doc.value();
  }
}
