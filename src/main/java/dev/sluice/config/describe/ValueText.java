package dev.sluice.config.describe;

import dev.sluice.config.bind.Scalars;
import dev.sluice.config.bind.Shape;
import java.util.stream.Collectors;

/** What a key holds, in words; records are named by a link to their section. */
final class ValueText implements Shape.Visitor<String> {
  private final ConfigurationPage page;
  private final String path;

  ValueText(ConfigurationPage page, String path) {
    this.page = page;
    this.path = path;
  }

  @Override
  public String text(Shape.Text shape) {
    String what = Scalars.of(shape.type()).what();
    return what.isEmpty() ? "text" : what.replaceFirst("^an? ", "");
  }

  @Override
  public String choice(Shape.Choice shape) {
    return ConfigurationPage.choices(shape);
  }

  @Override
  public String many(Shape.Many shape) {
    return "list: " + shape.element().accept(new ValueText(page, path + "[]"));
  }

  @Override
  public String named(Shape.Named shape) {
    return "by name: " + shape.value().accept(new ValueText(page, path + ".<name>"));
  }

  @Override
  public String maybe(Shape.Maybe shape) {
    return shape.inner().accept(this);
  }

  @Override
  public String section(Shape.Section shape) {
    String heading = page.meet(path, shape);
    String anchor = heading.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9_ -]", "");
    String section = "[section](#" + anchor + ")";
    return shape.shortcut().map(key -> "`" + key.name() + "`, or a " + section).orElse(section);
  }

  @Override
  public String variants(Shape.Variants shape) {
    return shape.byName().entrySet().stream()
        .map(
            e ->
                "`type: "
                    + e.getKey()
                    + "` "
                    + new ValueText(page, path + "(" + e.getKey() + ")").section(e.getValue()))
        .collect(Collectors.joining("<br>"));
  }
}
