package dev.sluice.config.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.config.bind.Key;
import dev.sluice.config.bind.Scalars;
import dev.sluice.config.bind.Shape;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The JSON Schema (2020-12) of a settings record; each nested record is one of its $defs. */
public final class JsonSchema implements Shape.Visitor<ObjectNode> {
  /** A value of any type may be a reference to the environment or to a file instead. */
  private static final String REFERENCE = "\\$\\{";

  private final ObjectMapper json = new ObjectMapper();
  private final ObjectNode definitions = json.createObjectNode();

  private JsonSchema() {}

  public static String of(Class<? extends Record> type, String title) {
    var schema = new JsonSchema();
    ObjectNode root = schema.json.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", title);
    root.setAll(schema.object(new Shape.Section(type)));
    root.putObject("patternProperties").putObject("^x-");
    root.set("$defs", schema.definitions);
    return root.toPrettyString() + "\n";
  }

  @Override
  public ObjectNode text(Shape.Text shape) {
    ObjectNode node = json.createObjectNode();
    String type = Scalars.of(shape.type()).jsonType();
    if (type.equals("string")) {
      // a bare 42 or yes is text to us, wherever text is expected
      node.putArray("type").add("string").add("number").add("boolean");
      return node;
    }
    ArrayNode either = node.putArray("anyOf");
    either.addObject().put("type", type);
    either.addObject().put("type", "string").put("pattern", REFERENCE);
    return node;
  }

  @Override
  public ObjectNode choice(Shape.Choice shape) {
    ObjectNode node = json.createObjectNode();
    ArrayNode either = node.putArray("anyOf");
    shape
        .constants()
        .forEach(
            (name, constant) -> {
              ObjectNode one = either.addObject().put("const", name);
              Docs.of(constant).ifPresent(doc -> one.put("description", doc));
            });
    either.addObject().put("type", "string").put("pattern", REFERENCE);
    return node;
  }

  @Override
  public ObjectNode many(Shape.Many shape) {
    ObjectNode node = json.createObjectNode();
    ArrayNode either = node.putArray("anyOf");
    ObjectNode element = shape.element().accept(this);
    ObjectNode list = either.addObject().put("type", "array");
    list.set("items", element);
    if (shape.unique()) {
      list.put("uniqueItems", true);
    }
    either.add(element);
    return node;
  }

  @Override
  public ObjectNode named(Shape.Named shape) {
    ObjectNode node = json.createObjectNode().put("type", "object");
    node.set("additionalProperties", shape.value().accept(this));
    return node;
  }

  @Override
  public ObjectNode maybe(Shape.Maybe shape) {
    return shape.inner().accept(this);
  }

  @Override
  public ObjectNode section(Shape.Section shape) {
    String name = shape.type().getSimpleName();
    if (!definitions.has(name)) {
      definitions.putObject(name); // first, so that a record may contain itself
      definitions.set(name, object(shape));
    }
    ObjectNode section = json.createObjectNode().put("$ref", "#/$defs/" + name);
    return shape.shortcut().map(key -> either(key.shape().accept(this), section)).orElse(section);
  }

  private ObjectNode either(ObjectNode one, ObjectNode other) {
    ObjectNode node = json.createObjectNode();
    node.putArray("anyOf").add(one).add(other);
    return node;
  }

  @Override
  public ObjectNode variants(Shape.Variants shape) {
    ObjectNode node = json.createObjectNode();
    ArrayNode either = node.putArray("oneOf");
    shape
        .byName()
        .forEach(
            (name, section) -> {
              ObjectNode object = object(section);
              ((ObjectNode) object.get("properties")).putObject("type").put("const", name);
              object.withArray("required").add("type");
              either.add(object);
            });
    return node;
  }

  private ObjectNode object(Shape.Section shape) {
    ObjectNode node = json.createObjectNode().put("type", "object");
    Docs.of(shape.type()).ifPresent(doc -> node.put("description", doc));
    ObjectNode properties = node.putObject("properties");
    ArrayNode required = json.createArrayNode();
    for (Key key : shape.keys()) {
      properties.set(key.name(), property(key));
      if (key.required()) {
        required.add(key.name());
      }
    }
    if (!required.isEmpty()) {
      node.set("required", required);
    }
    shape
        .others()
        .ifPresentOrElse(
            key -> node.setAll(key.shape().accept(this)),
            () -> node.put("additionalProperties", false));
    return node;
  }

  private ObjectNode property(Key key) {
    ObjectNode node = key.shape().accept(this);
    if (!key.doc().isEmpty()) {
      node.put("description", key.doc());
    }
    key.byDefault().ifPresent(text -> node.set("default", jsonOf(text)));
    return node;
  }

  private JsonNode jsonOf(String yaml) {
    Object value = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return json.valueToTree(value);
  }
}
